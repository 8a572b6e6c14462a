"""Engines that fail, to see what the program does then. Part of the speech child.

`absent` cannot be opened, `hang` never returns from its first text, `crash` ends the child at its
first text, and `flood` sends reports without end.
"""

import os
import threading
from pathlib import Path

from supple.devices.speech import lines
from supple.devices.speech.engine import Context, EngineError, Renderer, Speech, Tell
from supple.devices.speech.rendered import RenderedSpeech
from supple.devices.speech.voice import VoiceInfo, VoiceOptions


def build(context: Context, name: str) -> Speech:
    """Speech through the faulty engine called `name`."""
    return RenderedSpeech(context, lambda: _open(name, context.tell))


def _open(name: str, tell: Tell) -> Renderer:
    if name == "absent":
        raise EngineError("made absent")
    return FaultyRenderer(name, tell)


class FaultyRenderer:
    """See `Renderer`; fails in the way called `name` when it is to render."""

    def __init__(self, name: str, tell: Tell) -> None:
        self._name = name
        self._tell = tell

    def configure(self, options: VoiceOptions) -> None:
        """There is nothing to set."""

    def render(self, text: str, path: Path) -> float:  # noqa: ARG002  part of the protocol
        """Never return."""
        if self._name == "crash":
            os._exit(1)
        while self._name == "flood":
            self._tell(lines.Ready())
        threading.Event().wait()
        raise EngineError("unreachable")

    def voices(self) -> tuple[VoiceInfo, ...]:
        """There are none."""
        return ()
