"""Runs in the frozen program before PyInstaller's own hook loads PySide6."""

import supple.ui  # noqa: F401  puts off what PySide6 would load
