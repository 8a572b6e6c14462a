"""The window. The only place that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  puts an import of its own in place

# WORKAROUND for PYSIDE-2029: with PySide6 loaded, every further import reads the source of the
# module it finds, to see whether it may use `__feature__`. Supple never does; the reading is a
# quarter of its start.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
