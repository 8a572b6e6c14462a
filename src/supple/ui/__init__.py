"""The window. The only place that knows Qt."""

from supple.ui.signatures import put_off

put_off()  # before anything of PySide6 is loaded
