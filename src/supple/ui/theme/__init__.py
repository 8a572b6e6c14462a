"""Tokens, icons, fonts and the style made of them."""
