"""Tokens, icons, fonts and the style made of them."""

BASE_STYLE = ("-style", "fusion")
"""What a QApplication is made with. Asking for its style would load every kind of style."""
