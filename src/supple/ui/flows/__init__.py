"""What leads through a place or a task of the window: pages one way, use cases the other."""
