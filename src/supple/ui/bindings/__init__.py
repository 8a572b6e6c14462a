"""From what the program knows to what a page paints: one file a page."""
