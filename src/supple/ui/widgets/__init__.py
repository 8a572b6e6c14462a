"""Small widgets that paint a value and report an intent."""
