"""Charts: painted here, read by hand, by keyboard and by screen readers."""
