import pytest

from supple.core.breaks.duration import seconds_of
from supple.core.breaks.hours import week_of
from supple.core.breaks.options import OFFICE_WEEK, Span


def test_the_usual_hours_are_an_office_week() -> None:
    assert week_of("mon-fri 9:00-17:30") == OFFICE_WEEK


def test_days_may_have_two_spans_and_hours_of_their_own() -> None:
    week = week_of("mon-fri 09:00-12:30 13:15-17:30; fri 8:00-13:00;sat 22:00-6:00")
    assert week[0] == (Span(540, 750), Span(795, 1050))
    assert week[4] == (Span(480, 780),)
    assert week[5] == (Span(1320, 360),)
    assert week[6] == ()


def test_days_may_run_over_the_end_of_the_week() -> None:
    week = week_of("sat-mon 0:00-24:00")
    assert [bool(day) for day in week] == [True, False, False, False, False, True, True]


def test_no_text_means_no_hours() -> None:
    assert week_of("") == ((),) * 7


@pytest.mark.parametrize(
    "text",
    [
        "always",
        "mon ٩:00-17:00",
        "mon 9:00-10:00\n",
        "mon",
        "mon 9-17",
        "mon 25:00-26:00",
        "mon 9:00-10:00 11:00-12:00 13:00-14:00",
        ";",
    ],
)
def test_other_texts_are_no_working_hours(text: str) -> None:
    with pytest.raises(ValueError, match="no working hours"):
        week_of(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30m", 1800), ("45", 2700), ("1h", 3600), (" 1H30m ", 5400), ("2h15", 8100), ("24h", 86400)],
)
def test_lengths_are_read_as_people_type_them(text: str, seconds: int) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "0", "0m", "soon", "-5", "25h", "1h 30m", "1.5h", "٣"])
def test_other_texts_are_no_length(text: str) -> None:
    assert seconds_of(text) is None
