"""Who should do what, how much, and when: dose, progress, screening, self-tests."""
