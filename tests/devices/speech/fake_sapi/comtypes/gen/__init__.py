"""Where comtypes puts the modules it makes: SAPI's constants, as far as they are used."""

from types import SimpleNamespace

SpeechLib = SimpleNamespace(SSFMCreateForWrite=3)
