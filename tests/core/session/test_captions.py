from supple.core.session.captions import READ_S, Captions
from tests.core.session.driver import Driver
from tests.core.session.factory import compiled


def after(*said: tuple[float, str]) -> Captions:
    captions = Captions()
    for at, text in said:
        captions.hear(text, at)
    return captions


def test_a_line_that_had_its_time_makes_room() -> None:
    assert after((0, "Change legs."), (READ_S, "Right leg.")).shown == "Right leg."


def test_a_line_that_is_followed_too_soon_stays_in_front() -> None:
    captions = after((0, "Change legs."), (1.4, "Right leg."))
    assert (captions.last, captions.shown) == ("Right leg.", "Change legs. Right leg.")
    captions.hear("One heel out.", 2.6)
    assert captions.shown == "Right leg. One heel out."


def test_a_single_word_is_read_at_a_glance() -> None:
    assert after((0, "Three."), (1, "Two."), (2, "One."), (3, "Come up.")).shown == "Come up."
    assert after((0, "Half way."), (1, "7.")).shown == "Half way. 7."


def test_silence_leaves_the_line_that_was_said_last() -> None:
    assert after((0, "Sit tall."), (9, "")).shown == "Sit tall."


def test_what_no_longer_holds_is_gone() -> None:
    captions = after((0, "Sit tall."))
    captions.forget()
    assert (captions.last, captions.shown) == ("", "")


def test_every_line_of_a_session_can_be_read_for_long_enough() -> None:
    driver = Driver(compiled("desk-break-2"))
    shown: dict[str, float] = {}
    said_at: dict[str, float] = {}
    for tenth in range(1200):
        driver.to(tenth / 10)
        view = driver.view
        said_at.setdefault(f"{view.index} {view.caption}", tenth / 10)
        for line in said_at:
            if line.split(" ", 1)[1] and line.split(" ", 1)[1] in view.lately:
                shown[line] = tenth / 10
    for line, at in said_at.items():
        words = line.split(" ", 1)[1]
        assert " " not in words or at > 117 or shown[line] - at >= READ_S - 0.2, line
