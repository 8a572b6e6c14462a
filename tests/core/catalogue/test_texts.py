from gettext import NullTranslations

from supple.core.catalogue.texts import translated
from tests.core.shipped import exercises, routines, steps_of


class Shouting(NullTranslations):
    """A language in which everything is said loudly."""

    def info(self) -> dict[str, str]:
        return {"language": "loud"}

    def gettext(self, message: str) -> str:
        return message.upper()


def test_all_that_is_read_or_heard_is_translated() -> None:
    fold = translated(exercises()["chair-single-leg-fold"], Shouting())
    assert fold.name == "CHAIR FOLD, ONE LEG"
    assert fold.setup[0] == "SIT ON THE FRONT EDGE OF A STURDY CHAIR."
    assert fold.mistakes[0].fix.startswith("HANDS ON")
    assert fold.measure.unit == "SECONDS"
    assert fold.cues.hold[2] == "TOES UP, ANKLE RELAXED."


def test_what_is_for_the_program_is_left_alone() -> None:
    before = exercises()["chair-single-leg-fold"]
    after = translated(before, Shouting())
    same = ("id", "family", "equipment", "avoid", "swap", "figure", "sets")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]


def test_an_empty_text_stays_empty() -> None:
    # In gettext the empty text stands for the head of a translation file.
    assert translated(exercises()["chair-forward-fold"], Shouting()).cues.switch == ""


def test_the_words_of_a_routine_and_of_its_steps_are_translated() -> None:
    routine = translated(routines()["with-partner"], Shouting())
    assert routine.welcome.isupper()
    assert steps_of(routine)[-1].note == "YOUR PARTNER RESTS TOO."
