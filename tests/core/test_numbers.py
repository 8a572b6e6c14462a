from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.numbers import written
from supple.devices.words import Languages

GERMAN = Languages(Path("nowhere")).words("de")


@pytest.mark.parametrize(
    ("value", "digits", "english", "german"),
    [
        (4.5, None, "4.5", "4,5"),
        (4.0, None, "4", "4"),
        (4.0, 1, "4.0", "4,0"),
        (-0.6, None, "-0.6", "-0,6"),
    ],
)
def test_a_number_has_the_decimal_mark_of_its_language(
    value: float, digits: int | None, english: str, german: str
) -> None:
    assert written(value, NullTranslations(), digits) == english
    assert written(value, GERMAN, digits) == german
