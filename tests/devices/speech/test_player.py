"""Playing through the first player that works."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from supple.devices.speech.lines import Ending
from supple.devices.speech.player import Clip, Players, ProgramDeck, WindowsDeck

CLIP = Clip(Path("/dev/null"), 1.0)
FAILS = ("false",)
WORKS = ("true",)
PLAYS_ON = ("tail", "-f")


class Played:
    """Waits for the one report on how a clip ended."""

    def __init__(self) -> None:
        self.how: list[Ending | None] = []
        self._told = threading.Event()

    def __call__(self, how: Ending | None) -> None:
        self.how.append(how)
        self._told.set()

    def wait(self) -> Ending | None:
        assert self._told.wait(5)
        assert len(self.how) == 1
        return self.how[0]


@pytest.mark.parametrize(
    ("commands", "how", "best"),
    [
        ([WORKS], Ending.DONE, WORKS),
        ([FAILS, WORKS], Ending.DONE, WORKS),
        ([FAILS, ("/no/such/player",), WORKS], Ending.DONE, WORKS),
        ([FAILS, FAILS], None, FAILS),
        ([], None, ()),
    ],
)
def test_the_next_player_is_tried_and_kept(
    commands: Sequence[Sequence[str]], how: Ending | None, best: tuple[str, ...]
) -> None:
    players, played = Players(commands), Played()
    ProgramDeck(players).play(CLIP, played)
    assert played.wait() is how
    assert players.best == best


def test_a_clip_is_cut_by_stopping_and_by_the_next_one() -> None:
    deck, first, second = ProgramDeck(Players([PLAYS_ON])), Played(), Played()
    deck.play(CLIP, first)
    deck.play(CLIP, second)
    assert first.wait() is Ending.CUT
    assert second.how == []
    deck.stop()
    assert second.wait() is Ending.CUT
    deck.stop()


def test_a_player_that_fails_after_a_while_is_not_replaced() -> None:
    lost_server = ("sh", "-c", "sleep 1.1; exit 1")
    players, played = Players([lost_server, WORKS]), Played()
    begin_s = time.monotonic()
    ProgramDeck(players).play(CLIP, played)
    assert played.wait() is None
    assert time.monotonic() - begin_s > 1
    assert players.best == lost_server


def test_the_deck_of_windows_answers_at_once() -> None:
    played = Played()
    WindowsDeck().play(CLIP, played)
    assert played.wait() is Ending.DONE
