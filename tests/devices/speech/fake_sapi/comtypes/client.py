"""Creates the fake voice and connects its events, as comtypes does for the real one."""

from . import sp_voice


def CreateObject(name: str) -> sp_voice.SpVoice:  # noqa: N802  comtypes' own name
    """The one object that is ever asked for while nothing is written to a file."""
    if name != "SAPI.SPVoice":
        raise ValueError(name)
    return sp_voice.SpVoice()


def GetEvents(voice: sp_voice.SpVoice, sink: object) -> object:  # noqa: N802  comtypes' own name
    """Connect `sink`; it is told when messages are pumped."""
    sp_voice.connect(voice, sink)
    return sink
