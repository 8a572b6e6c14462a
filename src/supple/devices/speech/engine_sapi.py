"""Windows' own voices (SAPI 5) through pyttsx3. Part of the speech child.

Tried against a simulated SAPI only.
"""

from supple.devices.speech.engine import Context, EngineError, Speech
from supple.devices.speech.looped import Loop, LoopedSpeech


def build(context: Context, _name: str) -> Speech:
    """Speech through SAPI 5."""
    return LoopedSpeech(context, open_loop)


def open_loop() -> Loop:
    """Enter SAPI's loop on this thread. Raises EngineError where there is no SAPI."""
    try:
        import pyttsx3

        engine = pyttsx3.init("sapi5")
    except (ImportError, OSError, RuntimeError, ValueError) as fault:
        raise EngineError(str(fault)) from fault
    engine.startLoop(False)
    return Loop(engine, engine.iterate)
