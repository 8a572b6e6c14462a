from gettext import NullTranslations

import msgspec
import pytest

from supple.core.catalogue.exercise import Cues, Measure, Sides
from supple.core.catalogue.routine import Amount, RestRow, Routine, RoutineStep
from supple.core.session.compile import Options, Session
from supple.core.session.cues import Talk
from supple.core.session.script import speaking_s
from supple.core.session.steps import Kind, Part, Step, Tone
from tests.core.session.factory import (
    CUES,
    compiled,
    exercise,
    routine,
    row,
    spoken,
    texts,
)
from tests.core.shipped import lines

FOLD = exercise()
LEG = exercise("leg", sides=Sides.LEFT_RIGHT, alternates=True)
LIFTS = exercise("lifts", kind=Measure.REPS, tempo_s=3)
WALK = exercise("walk", kind=Measure.TIME, sides=Sides.NONE)
REACH = exercise("reach", kind=Measure.TEST, tempo_s=15, attempts=3)
HINT = "Sit on the edge."
GREETING = "Good day to you, my friend."
CUES_ONLY = Talk(amount=Amount.CUES)
EVERYTHING = Talk(amount=Amount.EVERYTHING)
UNCOUNTED = Talk(count_last=False)
COUNT = [(17.0, "Three."), (18.0, "Two."), (19.0, "One.")]


def session(of: Routine, talk: Talk | None = None) -> Session:
    return compiled(of, FOLD, LEG, LIFTS, WALK, REACH, talk=talk)


def works(of: Session) -> list[Step]:
    return [step for step in of.steps if step.kind.is_work]


def only_work(of: Routine, talk: Talk | None = None) -> Step:
    """The first work step."""
    return works(session(of, talk))[0]


def tones(of: Step) -> list[tuple[float, Tone]]:
    return [(cue.at_s, cue.tone) for cue in of.cues if cue.tone]


# --- get ready ------------------------------------------------------------------------------


def test_getting_ready_tells_the_name_and_how_to_begin() -> None:
    assert spoken(session(routine(row())).steps[0]) == [(0.0, f"Fold. {HINT}")]


def test_the_name_says_which_leg() -> None:
    steps = session(routine(row("leg"))).steps
    assert texts(steps[0])[0].startswith("Leg, left leg.")


def test_a_hint_that_does_not_fit_is_left_out_for_good() -> None:
    ready, work = session(routine(row(get_ready_s=1))).steps
    assert texts(ready) == ["Fold."]
    assert HINT not in " ".join(texts(work))


def test_only_the_name_is_said_where_little_is_wanted() -> None:
    assert texts(session(routine(row()), CUES_ONLY).steps[0]) == ["Fold."]


def test_without_time_to_get_ready_the_name_opens_the_work() -> None:
    (work,) = session(routine(row(get_ready_s=0))).steps
    assert spoken(work)[0] == (0.0, "Fold. Lean forward.")


def test_a_name_that_found_no_room_opens_the_work() -> None:
    name = "A very long name that no five seconds would ever be enough to say in peace"
    long = msgspec.structs.replace(FOLD, name=name)
    ready, work = compiled(routine(row(get_ready_s=1)), long).steps
    assert texts(ready) == []
    assert texts(work)[0] == f"{name}. Lean forward."


def test_a_name_that_fits_nowhere_gives_way_to_how_to_start() -> None:
    long = msgspec.structs.replace(FOLD, name="word " * 40)
    (work,) = compiled(routine(row(hold_s=5, get_ready_s=0)), long).steps
    assert texts(work)[0] == "Lean forward."


def test_with_all_said_every_hint_that_fits_is_given() -> None:
    def said(get_ready_s: int, talk: Talk) -> list[str]:
        return texts(session(routine(row(get_ready_s=get_ready_s)), talk).steps[0])

    assert said(10, Talk()) == [f"Fold. {HINT}"]
    assert said(10, EVERYTHING) == [f"Fold. {HINT}", "Feet flat."]
    assert said(5, EVERYTHING) == [f"Fold. {HINT}"]
    assert said(1, EVERYTHING) == ["Fold."]


def test_the_set_up_in_one_breath_stands_for_the_first_hint_but_not_for_all_of_them() -> None:
    brief = msgspec.structs.replace(
        FOLD, cues=msgspec.structs.replace(CUES, ready="Sit, feet out.")
    )

    def said(talk: Talk) -> list[str]:
        return texts(compiled(routine(row()), brief, talk=talk).steps[0])

    assert said(CUES_ONLY) == ["Fold."]
    assert said(Talk()) == ["Fold. Sit, feet out."]
    assert said(EVERYTHING) == [f"Fold. {HINT}", "Feet flat."]


def test_the_welcome_comes_first_of_all() -> None:
    ready = session(routine(row(), row(), welcome="Welcome.")).steps[0]
    assert texts(ready) == [f"Welcome. Fold. {HINT}"]


def test_the_welcome_is_said_once() -> None:
    said = [
        text
        for step in session(routine(row(), row(), welcome="Hello.")).steps
        for text in texts(step)
    ]
    assert len([text for text in said if "Hello." in text]) == 1


@pytest.mark.parametrize(
    ("get_ready_s", "before", "at_start"),
    [
        (10, [f"{GREETING} Fold. {HINT}"], ["Lean forward."]),
        (3, [f"{GREETING} Fold."], ["Lean forward."]),
        (2, [GREETING], ["Fold. Lean forward."]),
        (1, [], [f"{GREETING} Fold. Lean forward."]),
    ],
)
def test_opening_words_without_room_move_on_to_the_work(
    get_ready_s: int, before: list[str], at_start: list[str]
) -> None:
    ready, work = session(routine(row(get_ready_s=get_ready_s), welcome=GREETING)).steps
    assert texts(ready) == before
    assert texts(work)[:1] == at_start


def test_the_users_own_words_take_the_place_of_the_hint() -> None:
    first, _, second, _ = session(routine(row(say="Mind the knee."), row(say="Softer now."))).steps
    assert texts(first) == ["Fold. Mind the knee."]
    assert texts(second) == ["Fold. Softer now."]


def test_the_users_own_words_are_said_even_without_time_to_get_ready() -> None:
    quiet = session(routine(row(get_ready_s=0, say="Mind the knee.")), CUES_ONLY)
    assert texts(quiet.steps[0])[0] == "Fold. Mind the knee. Lean forward."


def test_a_session_that_waits_first_still_names_its_first_exercise() -> None:
    waiting = compiled(routine(row(get_ready_s=0)), FOLD, options=Options(prepare=True))
    assert waiting.steps[0].cues == ()
    assert texts(waiting.steps[1])[0] == "Fold. Lean forward."


# --- the work -------------------------------------------------------------------------------


def test_a_hold_begins_and_ends_with_a_tone_whatever_is_said() -> None:
    for talk in (CUES_ONLY, Talk(), EVERYTHING):
        sounds = tones(only_work(routine(row()), talk))
        assert (sounds[0], sounds[-1]) == ((0.0, Tone.START), (20.0, Tone.RELEASE))


def test_little_talk_is_the_start_and_the_release() -> None:
    work = only_work(routine(row()), CUES_ONLY)
    assert spoken(work) == [(0.0, "Lean forward."), (20.0, f"Come up. {finish(work)}")]
    assert tones(work) == [(0.0, Tone.START), (20.0, Tone.RELEASE)]


def finish(work: Step) -> str:
    """The line with which this session ends."""
    return next(line for line in lines()["finish"] if texts(work)[-1].endswith(line))


def test_a_guided_hold_has_one_line_the_half_the_count_and_the_release() -> None:
    work = only_work(routine(row(hold_s=30)))
    said = spoken(work)
    assert [text for _, text in said[:2]] == ["Lean forward.", "Long back."]
    assert said[1][0] < 10.0  # well before the half
    assert said[2][0] == 15.0
    assert said[2][1] in lines()["half"]
    assert [text for _, text in said[3:6]] == ["Three.", "Two.", "One."]
    assert said[6][0] == 30.0
    assert len(said) == 7


def test_the_last_three_seconds_are_counted_on_the_second() -> None:
    assert spoken(only_work(routine(row())))[-4:-1] == COUNT


def test_without_the_count_the_last_five_seconds_are_announced() -> None:
    said = spoken(only_work(routine(row()), UNCOUNTED))
    assert [text for at_s, text in said if 15 <= at_s < 20] == [
        text for text in lines()["last-five"] if (15.0, text) in said
    ]
    assert COUNT[0] not in said


def test_a_short_hold_neither_announces_its_half_nor_its_end() -> None:
    said = texts(only_work(routine(row(hold_s=15)), UNCOUNTED))
    assert not [text for text in said if text in (*lines()["half"], *lines()["last-five"])]


def test_a_very_short_hold_is_not_counted() -> None:
    assert "Three." not in texts(only_work(routine(row(hold_s=5))))


@pytest.mark.parametrize(
    "step", [row("walk", seconds=60), row("reach", test=True), row("lifts", reps=8)]
)
def test_only_holds_are_counted_down(step: RoutineStep) -> None:
    assert "Three." not in texts(only_work(routine(step)))


@pytest.mark.parametrize(("hold_s", "count"), [(15, 1), (20, 2), (30, 3)])
def test_with_all_said_a_longer_hold_has_more_lines(hold_s: int, count: int) -> None:
    work = only_work(routine(row(hold_s=hold_s)), EVERYTHING)
    between = {*CUES.hold, *lines()["feel"], *lines()["breathe"], *lines()["form"]}
    said = [text for text in texts(work) if text in between]
    assert len(said) == count
    assert said[0] == "Long back."


def test_every_set_begins_with_the_next_line() -> None:
    sets = works(session(routine(row(sets=3))))
    firsts = [next(text for text in texts(step) if text in CUES.hold) for step in sets]
    assert firsts == list(CUES.hold)


def test_an_exercise_without_lines_of_its_own_gets_shared_ones() -> None:
    bare = exercise(cues=Cues(start="", hold=(), switch="", release=""))
    first, second = works(compiled(routine(row(hold_s=30, sets=2)), bare, talk=EVERYTHING))
    assert {text for text in texts(first) if text in lines()["form"]}
    assert texts(first)[-1] in lines()["release"]
    assert any(texts(second)[-1].startswith(line) for line in lines()["release"])


def test_a_short_hold_without_lines_of_its_own_has_one_shared_line() -> None:
    bare = exercise(cues=Cues(start="", hold=(), switch="", release=""))
    first, second = works(compiled(routine(row(hold_s=15, sets=2)), bare, talk=EVERYTHING))
    assert texts(first)[0] in lines()["feel"]
    assert texts(second)[0] in lines()["form"]


def test_how_it_should_feel_is_told_in_the_first_hold_of_an_exercise_only() -> None:
    holds = works(session(routine(row("leg", hold_s=30, sets=2), row(hold_s=30)), EVERYTHING))
    told = [bool(set(texts(step)) & set(lines()["feel"])) for step in holds]
    assert told == [True, False, False, False, True]


def test_praise_comes_in_every_third_hold() -> None:
    bare = exercise(cues=Cues(start="", hold=(), switch="", release=""))
    rows = routine(row(hold_s=30, sets=3), row(hold_s=30, sets=3))
    holds = works(compiled(rows, bare, talk=EVERYTHING))
    praised = [n for n, step in enumerate(holds) if set(texts(step)) & set(lines()["kind"])]
    assert praised == [2, 5]


def test_no_line_of_a_hold_is_said_in_its_last_five_seconds() -> None:
    for talk in (Talk(), EVERYTHING, UNCOUNTED):
        for step in works(session(routine(row("leg", hold_s=30, sets=3)), talk)):
            shared = {*lines()["feel"], *lines()["breathe"], *lines()["form"], *lines()["half"]}
            for at_s, text in spoken(step):
                if text in shared | set(CUES.hold):
                    assert at_s + speaking_s(text) <= step.seconds - 5.0


def test_repetitions_are_counted_where_the_voice_is_free() -> None:
    work = only_work(routine(row("lifts", reps=8)))
    counted = {text: at_s for at_s, text in spoken(work) if text.rstrip(".").isdigit()}
    assert counted["8."] == 21.0
    assert all(at_s == 3.0 * (int(text.rstrip(".")) - 1) for text, at_s in counted.items())
    assert len(counted) >= 5


def test_slow_repetitions_are_counted_one_by_one_and_lines_go_between() -> None:
    slow = exercise("slow", kind=Measure.REPS, tempo_s=5)
    (work,) = works(compiled(routine(row("slow", reps=8)), slow))
    said = spoken(work)
    assert [at_s for at_s, text in said if text.rstrip(".").isdigit()] == [*range(5, 40, 5)]
    assert "Long back." in texts(work)


def test_repetitions_are_not_counted_where_little_is_wanted() -> None:
    assert texts(only_work(routine(row("lifts", reps=8)), CUES_ONLY))[:-1] == ["Lean forward."]


def test_where_the_legs_take_turns_the_voice_says_so_in_the_first_repetition() -> None:
    slide = exercise("slide", kind=Measure.REPS, tempo_s=5, legs_take_turns=True)
    for talk in (CUES_ONLY, Talk(), EVERYTHING):
        (work,) = works(compiled(routine(row("slide", reps=4)), slide, talk=talk))
        assert [at_s for at_s, text in spoken(work) if text == CUES.switch] == [5.0]


def test_repetitions_have_no_half() -> None:
    assert Tone.HALF not in [tone for _, tone in tones(only_work(routine(row("lifts", reps=20))))]


def test_a_test_is_told_the_same_way_every_time() -> None:
    tries = works(session(routine(row("reach"))))
    own = list(CUES.hold)
    assert [[text for text in texts(step) if text in own] for step in tries] == [own] * 3


def test_a_half_of_its_own_is_said_whatever_is_wanted() -> None:
    turning = msgspec.structs.replace(WALK, cues=msgspec.structs.replace(CUES, half="Turn round."))
    walk = routine(row("walk", seconds=30))
    for talk in (CUES_ONLY, Talk(), EVERYTHING):
        (work,) = works(compiled(walk, turning, talk=talk))
        assert (15.0, "Turn round.") in spoken(work)
        assert (15.0, Tone.HALF) in tones(work)


def test_the_first_warm_up_and_the_first_cool_down_have_opening_words() -> None:
    def walk(part: Part) -> list[str]:
        steps = [row("walk", seconds=60, part=part)] * 2
        return [" ".join(texts(step)) for step in works(session(routine(*steps)))]

    for part, pool in ((Part.WARM_UP, "warm-up-intro"), (Part.COOL_DOWN, "cool-down-intro")):
        first, second = walk(part)
        assert lines()[pool][0] in first
        assert lines()[pool][0] not in second
    assert lines()["warm-up-intro"][0] not in " ".join(walk(Part.MAIN))


def test_the_last_step_ends_with_a_word_of_thanks() -> None:
    first, last = works(session(routine(row(), row())))
    assert texts(first)[-1] == "Come up."
    assert texts(last)[-1] == f"Come up. {finish(last)}"


def test_what_was_just_said_is_not_said_again_in_the_thanks() -> None:
    praise = exercise(cues=msgspec.structs.replace(CUES, release="Well done."))
    said = {texts(compiled(routine(row()), praise, seed=seed).steps[-1])[-1] for seed in range(9)}
    assert "Well done. Session finished." in said
    assert all(text.count("Well done.") == 1 for text in said)


# --- between --------------------------------------------------------------------------------


def between(of: Session, kind: Kind) -> list[Step]:
    return [step for step in of.steps if step.kind is kind]


def test_changing_sides_tells_how_then_which_leg_and_which_set() -> None:
    switches = between(session(routine(row("leg", sets=2, switch_s=15))), Kind.SWITCH)
    assert [texts(step) for step in switches] == [
        ["Change legs.", "Right leg."],
        ["Change legs.", "Left leg again. Set 2 of 2."],
        ["Change legs.", "Right leg again. Set 2 of 2."],
    ]


def test_changing_sides_does_not_repeat_what_was_said_at_the_end_of_the_hold() -> None:
    cues = msgspec.structs.replace(CUES, release="Push up. Foot down.", switch="Foot down. Turn.")
    turning = exercise("leg", sides=Sides.LEFT_RIGHT, alternates=True, cues=cues)
    (switch,) = between(compiled(routine(row("leg", switch_s=15)), turning), Kind.SWITCH)
    assert texts(switch) == ["Turn.", "Right leg."]


def test_the_next_leg_is_told_at_the_latest_when_its_work_begins() -> None:
    _, _, switch, second = session(routine(row("leg", switch_s=3))).steps
    assert texts(switch) == ["Change legs."]
    assert texts(second)[0] == "Right leg. Lean forward."


def test_where_only_the_leg_finds_room_the_work_begins_with_the_set() -> None:
    whole = session(routine(row("leg", sets=2, switch_s=4)))
    assert [texts(step) for step in between(whole, Kind.SWITCH)] == [
        ["Change legs.", "Right leg."],
        ["Change legs.", "Left leg again."],
        ["Change legs.", "Right leg again."],
    ]
    assert texts(whole.steps[5])[0] == "Set 2 of 2. Lean forward."


def test_an_exercise_without_words_for_changing_sides_gets_shared_ones() -> None:
    bare = exercise("leg", sides=Sides.LEFT_RIGHT, cues=msgspec.structs.replace(CUES, switch=""))
    (switch,) = between(compiled(routine(row("leg")), bare), Kind.SWITCH)
    assert texts(switch)[0] in lines()["switch"]


def test_the_voice_waits_until_the_release_is_said() -> None:
    switch = between(session(routine(row("leg"))), Kind.SWITCH)[0]
    assert spoken(switch)[0][0] >= speaking_s("Come up.")


def test_a_shared_release_keeps_the_voice_busy_too() -> None:
    bare = exercise("leg", sides=Sides.LEFT_RIGHT, cues=msgspec.structs.replace(CUES, release=""))
    steps = compiled(routine(row("leg")), bare).steps
    release = texts(steps[1])[-1]
    assert release in lines()["release"]
    assert spoken(steps[2])[0][0] >= speaking_s(release)


def test_a_rest_tells_the_set_that_comes_next() -> None:
    rests = between(session(routine(row(sets=3))), Kind.REST)
    assert [texts(step)[-1] for step in rests] == ["Set 2 of 3.", "Set 3 of 3."]
    assert all(texts(step)[0] in lines()["rest"] for step in rests)


def test_a_rest_of_the_users_own_is_named() -> None:
    rests = between(session(routine(row(), RestRow(rest=20), row())), Kind.REST)
    assert [texts(step) for step in rests] == [["Rest."]]


class German(NullTranslations):
    """A few words of another language."""

    def gettext(self, message: str) -> str:
        return {"{name}, left leg.": "{name}, linkes Bein.", "Rest.": "Pause."}.get(
            message, message
        )


def test_the_words_of_the_program_come_in_the_language_of_the_user() -> None:
    steps = compiled(routine(row("leg"), RestRow(rest=9), row()), FOLD, LEG, words=German()).steps
    assert texts(steps[0])[0].startswith("Leg, linkes Bein.")
    assert [texts(step) for step in steps if step.kind is Kind.REST] == [["Pause."]]
