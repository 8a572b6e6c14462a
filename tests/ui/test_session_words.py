"""The words of a session screen, for each moment."""

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import msgspec
import pytest

from supple.app.catalogue import Catalogue
from supple.core.session.events import Outcome
from supple.core.session.steps import Kind, Part, Side
from supple.core.session.view import GroupProgress, SessionView, State
from supple.ui.pages.session_words import ExerciseWords, SessionWords, session_words
from supple.ui.session.flow import exercise_words

MakeView = Callable[..., SessionView]
Say = Callable[..., SessionWords]


@pytest.fixture
def say(lookup: Callable[[str], ExerciseWords], translations: NullTranslations) -> Say:
    return lambda view, last=None: session_words(view, lookup, translations, last)


def test_a_hold_says_the_side_first(say: Say, make_view: MakeView) -> None:
    words = say(make_view())
    assert (words.line, words.headline, words.below) == (
        "Strap hamstring stretch",
        "Left leg",
        "Set 2 of 3",
    )
    assert (words.arrow, words.dots, words.ring_line) == (Side.LEFT, (2, 3), "Hold and breathe")
    assert (words.main, words.skip, words.next_up) == ("Pause", "Skip", "Right leg, 20 s")
    assert words.room_side == "Left"


def test_a_hold_of_both_legs_says_to_hold(say: Say, make_view: MakeView) -> None:
    words = say(make_view(side=Side.BOTH))
    assert (words.headline, words.arrow, words.room_side) == ("Hold", Side.NONE, "Hold")


def test_get_ready_names_the_stretch_and_can_be_cut_short(say: Say, make_view: MakeView) -> None:
    words = say(make_view(Kind.GET_READY))
    assert (words.line, words.headline) == ("Get ready", "Strap hamstring stretch, left")
    assert (words.ring_line, words.skip, words.room_side) == (
        "until we start",
        "Start now",
        "Ready",
    )


def test_the_extra_get_ready_after_a_pause_is_a_get_ready(say: Say, make_view: MakeView) -> None:
    words = say(make_view(extra=True))
    assert (words.line, words.skip) == ("Get ready", "Start now")


@pytest.mark.parametrize(
    ("last", "line"),
    [
        (Outcome.DONE, "Well held"),
        (Outcome.SKIPPED, "Skipped"),
        (Outcome.STOPPED, "Stopped early"),
        (None, "Strap hamstring stretch"),
    ],
)
def test_a_rest_says_how_the_hold_ended(
    say: Say, make_view: MakeView, last: Outcome | None, line: str
) -> None:
    words = say(make_view(Kind.REST), last)
    assert (words.line, words.headline, words.ring_line) == (line, "Rest", "until the right leg")


def test_a_change_of_sides_names_the_side_to_come(say: Say, make_view: MakeView) -> None:
    words = say(make_view(Kind.SWITCH))
    assert (words.line, words.headline, words.arrow) == ("Change sides", "Right leg", Side.RIGHT)


def test_repetitions_show_their_count(say: Say, make_view: MakeView) -> None:
    words = say(make_view(Kind.REPS, rep=6, reps=12))
    assert (words.below, words.ring_line, words.dots) == ("6 of 12", "easy and even", (0, 0))


def test_the_warm_up_names_the_move_and_its_hint(say: Say, make_view: MakeView) -> None:
    view = make_view(Kind.WARM_UP, part=Part.WARM_UP, exercise="march", side=Side.NONE, sets=1)
    words = say(view)
    assert (words.line, words.headline, words.below) == (
        "Warm-up",
        "March on the spot",
        "Knees as high as is comfortable",
    )


def test_a_warm_up_of_several_moves_says_which_this_is(say: Say, make_view: MakeView) -> None:
    view = make_view(Kind.WARM_UP, part=Part.WARM_UP, exercise="march", side=Side.NONE, sets=1)
    groups = (GroupProgress(300, 90, rows=5, row=2), GroupProgress(60, 0))
    words = say(msgspec.structs.replace(view, groups=groups))
    assert (words.line, words.ring_line) == ("Warm-up, 2 of 5", "Easy pace")


def test_a_pause_keeps_the_place_and_offers_to_go_on(say: Say, make_view: MakeView) -> None:
    words = say(make_view(state=State.PAUSED))
    assert (words.line, words.headline, words.main) == (
        "Strap hamstring stretch, left leg",
        "Paused",
        "Go on",
    )
    assert words.ring_line == "seconds left"
    assert words.caption == "Paused. Take your time."


def test_in_a_pause_the_ring_of_repetitions_counts_them_and_no_seconds(
    say: Say, make_view: MakeView
) -> None:
    words = say(make_view(Kind.REPS, rep=6, reps=12, state=State.PAUSED))
    assert words.ring_line == "6 of 12"


@pytest.mark.parametrize(
    ("remaining_s", "said"),
    [
        (5.0, ("I'm ready", "to get ready", "Ready")),
        (0.0, ("I'm ready", "whenever you're ready", "Ready?")),
    ],
)
def test_where_the_session_waits_it_is_told(
    say: Say, make_view: MakeView, remaining_s: float, said: tuple[str, ...]
) -> None:
    view = make_view(Kind.GET_READY, remaining_s=remaining_s)
    waiting = msgspec.structs.replace(view, step=msgspec.structs.replace(view.step, timed=False))
    words = say(waiting)
    assert (words.main, words.ring_line, words.room_side) == said
    assert say(view).main == "Pause"


@pytest.mark.parametrize(
    ("left_s", "next_", "said"),
    [
        (600, "right", "10 min left"),
        (60, "right", "1 min left"),
        (59, "right", "almost there"),
        (300, "", "last one"),
    ],
)
def test_the_time_ahead_is_told_in_plain_words(
    say: Say, make_view: MakeView, left_s: float, next_: str, said: str
) -> None:
    assert say(make_view(left_s=left_s, next_=next_)).minutes_left == said


def test_the_ring_tells_a_screen_reader_what_it_counts(say: Say, make_view: MakeView) -> None:
    assert say(make_view()).state == "Hold, Left leg, Strap hamstring stretch, Set 2 of 3"


def test_the_tries_of_a_reach_check_are_told_as_tries(
    make_view: MakeView, translations: NullTranslations
) -> None:
    view = make_view(exercise="test-sit-and-reach", side=Side.BOTH, set_=2)
    words = session_words(view, lambda _ident: ExerciseWords("Sit and reach"), translations)
    assert (words.line, words.headline, words.below) == (
        "Sit and reach",
        "Reach, and hold",
        "Try 2 of 3",
    )
    assert words.ring_line == "note where you get to"


def test_the_screen_shows_how_to_begin_as_the_voice_says_it() -> None:
    known = Catalogue(Path("there is no such folder"), NullTranslations())
    hint = exercise_words(known, "strap-supine-stretch").hint
    assert hint == "Lie on your back, legs long, strap round one foot."
