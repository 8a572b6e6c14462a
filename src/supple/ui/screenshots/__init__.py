"""Pictures of every screen, with invented data."""
