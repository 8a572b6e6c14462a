"""One file a screen: layout and binding only."""
