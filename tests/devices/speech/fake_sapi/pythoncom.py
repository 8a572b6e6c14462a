"""Stands in for pywin32's pythoncom: events of COM objects arrive while messages are pumped."""

import importlib


def PumpWaitingMessages() -> None:  # noqa: N802  pythoncom's own name
    """Deliver what has happened since the last time."""
    importlib.import_module("comtypes.sp_voice").pump()
