"""When a desk break is due, and why."""
