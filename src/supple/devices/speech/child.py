"""The speech child: a process of its own that speaks, and may be killed at any instant.

Started as `python -m supple.devices.speech.child` or, in a frozen program, by `--speech-worker`.
Orders come in on standard input, reports go out on what was standard output, one JSON object a
line. When its input ends the child is silent, removes its folder and ends. Its engine, the only
code that imports pyttsx3, is chosen by name at run time and runs on the main thread.
"""

import argparse
import importlib
import os
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn

from supple.devices.speech import lines, tones
from supple.devices.speech.engine import Context, Speech
from supple.devices.speech.player import Deck, Players, ProgramDeck, WindowsDeck
from supple.devices.speech.queue import Track, tracks
from supple.devices.speech.voice import Reason, Utterance

ENGINES = {
    "espeak": "engine_espeak",
    "sapi": "engine_sapi",
    "nsss": "engine_nsss",
    "absent": "engine_faulty",
    "hang": "engine_faulty",
    "crash": "engine_faulty",
    "flood": "engine_faulty",
}
_OWN_ENGINE = {"win32": "sapi", "darwin": "nsss"}


class Outlet:
    """Sends reports; safe from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def tell(self, report: lines.Report) -> None:
        """Send `report`. With nobody left to hear it, the end of the input will end us."""
        with self._lock:
            try:
                self._stream.write(lines.encode(report))
                self._stream.flush()
            except (BrokenPipeError, ValueError):
                return


class Child:
    """Hands each order to the tones or to the engine."""

    def __init__(self, context: Context, players: Players, sounds: Path, speech: Speech) -> None:
        self._folder = context.folder
        self._tell = context.tell
        self._players = players
        self._sounds = sounds
        self._speech = speech
        self._tones = tones.load(sounds, context.folder, 1.0)
        self._tone_deck = new_deck(players)

    def obey(self, order: lines.AnyOrder) -> None:
        """Do what `order` says; returns at once."""
        match order:
            case lines.Say(utterance):
                self._say(utterance)
            case lines.Prepare(texts):
                self._speech.prepare(texts)
            case lines.Hush():
                self.hush()
                self._tell(lines.Hushed())
            case lines.Configure(options):
                self._players.output = options.output
                self._tones = tones.load(self._sounds, self._folder, options.volume)
                self._speech.configure(options)
            case lines.ListVoices():
                self._speech.list_voices()
            case lines.TrySound():
                self._try_sound()

    def hush(self) -> None:
        """Be silent."""
        self._tone_deck.stop()
        self._speech.hush()

    def _say(self, utterance: Utterance) -> None:
        taken = tracks(utterance, time.monotonic())
        if not taken:
            words = bool(utterance.text)
            self._tell(lines.Ended(utterance.id, lines.Ending.LATE, words=words))
        if Track.TONE in taken:
            self._sound(utterance, answer=Track.WORDS not in taken)
        if Track.WORDS in taken:
            self._speech.say(utterance)

    def _sound(self, utterance: Utterance, *, answer: bool) -> None:
        """Play the tone; `answer` for it unless the words do."""

        def ended(how: lines.Ending | None) -> None:
            if not answer:
                return
            if how is None:
                self._tell(lines.Failed(utterance.id, Reason.NO_SOUND))
            else:
                self._tell(lines.Ended(utterance.id, how, words=False))

        clip = self._tones.get(utterance.tone) if utterance.tone else None
        if clip is None:
            ended(lines.Ending.CUT)
            return
        self._tone_deck.play(clip, ended)
        if answer:
            self._tell(lines.Started(utterance.id, clip.seconds))

    def _try_sound(self) -> None:
        def ended(how: lines.Ending | None) -> None:
            player = Path(self._players.best[0]).name if self._players.best else sys.platform
            known = bool(self._players) or sys.platform == "win32"
            works = how is lines.Ending.DONE
            self._tell(lines.SoundTried(player if known else "", works))

        new_deck(self._players).play(tones.silence(self._folder), ended)


def new_deck(players: Players) -> Deck:
    """What can play a sound on this system."""
    return WindowsDeck() if sys.platform == "win32" else ProgramDeck(players)


def main(arguments: Sequence[str]) -> NoReturn:
    """Speak until the standard input ends."""
    options = _parse(arguments)
    outlet = _take_standard_streams()
    _end_on_any_bug(outlet)
    players = Players.installed()
    context = Context(options.folder, outlet.tell, new_deck(players))
    module = importlib.import_module(f"supple.devices.speech.{ENGINES[options.engine]}")
    speech: Speech = module.build(context, options.engine)
    child = Child(context, players, options.sounds, speech)
    # The engine has the main thread: macOS needs that, and pyttsx3 wants one thread for all.
    orders = sys.stdin.buffer
    threading.Thread(target=_obey_all, args=(orders, child, options.folder), daemon=True).start()
    speech.run()
    os._exit(1)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    own = _OWN_ENGINE.get(sys.platform, "espeak")
    parser = argparse.ArgumentParser(prog="speech-worker", description=__doc__)
    parser.add_argument("folder", type=Path, help="a private folder, removed at the end")
    parser.add_argument("--sounds", type=Path, required=True, help="the folder of the tones")
    parser.add_argument("--engine", choices=sorted(ENGINES), default=own)
    return parser.parse_args(arguments)


def _take_standard_streams() -> Outlet:
    """Keep the standard output for reports; what pyttsx3 prints goes nowhere."""
    stream = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  to the end
    return Outlet(stream)


def _end_on_any_bug(outlet: Outlet) -> None:
    """A thread that fails must not leave a child that is alive and mute."""

    def crash(
        kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None
    ) -> NoReturn:
        outlet.tell(lines.Crashed("".join(traceback.format_exception(kind, fault, trace))))
        os._exit(1)

    sys.excepthook = crash
    threading.excepthook = lambda args: crash(args.exc_type, args.exc_value, args.exc_traceback)


def _obey_all(orders: BinaryIO, child: Child, folder: Path) -> NoReturn:
    for line in orders:
        child.obey(lines.decode_order(line))
    child.hush()
    shutil.rmtree(folder, ignore_errors=True)
    # Without the rest of the interpreter's end: pyttsx3 trips over its own feet there.
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
