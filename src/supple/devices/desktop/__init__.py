"""The desktop around Supple: idle, sleep, quiet, notices, hand-over."""
