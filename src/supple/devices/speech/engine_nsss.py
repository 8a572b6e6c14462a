"""macOS' own voices (NSSpeechSynthesizer) through pyttsx3. Part of the speech child.

Never tried on a Mac: written after the driver's source.
"""

import importlib

from supple.devices.speech.engine import Context, EngineError, Speech
from supple.devices.speech.looped import Loop, LoopedSpeech

_SLICE_S = 0.02


def build(context: Context, _name: str) -> Speech:
    """Speech through NSSpeechSynthesizer; its `run` must be on the process's main thread."""
    return LoopedSpeech(context, open_loop)


def open_loop() -> Loop:
    """Enter the engine's loop on this thread. Raises EngineError where there is none."""
    try:
        import pyttsx3

        engine = pyttsx3.init("nsss")
        foundation = importlib.import_module("Foundation")
    except (ImportError, OSError, RuntimeError) as fault:
        raise EngineError(str(fault)) from fault
    engine.startLoop(False)
    engine.iterate()  # once: it only says that the engine is not busy

    def pump() -> None:
        until = foundation.NSDate.dateWithTimeIntervalSinceNow_(_SLICE_S)
        foundation.NSRunLoop.currentRunLoop().runUntilDate_(until)

    return Loop(engine, pump)
