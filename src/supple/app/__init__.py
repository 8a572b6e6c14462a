"""What Supple does: use cases that join what it knows with the machine."""
