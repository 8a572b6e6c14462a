"""A session in the window: before, during and after it."""
