"""Owns the desktop's permission to come to the front."""

import os


def allow(activation: str) -> None:
    """Hand on the desktop's permission to come to the front, which Qt looks for here."""
    if activation:
        os.environ["XDG_ACTIVATION_TOKEN"] = activation
