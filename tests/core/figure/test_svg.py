"""The figures as SVG, compared with the pictures somebody has looked at.

`SUPPLE_REFRESH=1 pytest tests/core/figure/test_svg.py` draws them anew: look at the difference.
"""

import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from supple.core.figure.motion import Moment
from supple.core.figure.scene import Style, compose
from supple.core.figure.svg import to_svg
from tests.core.figure.figures import IDS, figure

GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Sine and cosine differ in their last digit between machines.
TOLERANCE = 0.004


def drawn(ident: str, style: Style | None = None) -> str:
    return to_svg(compose(figure(ident), Moment(1.0), style or Style(), 480, 360), ident)


@pytest.mark.parametrize("ident", IDS)
def test_every_figure_is_drawn_as_it_was_approved(ident: str) -> None:
    path = GOLDEN / f"{ident}.svg"
    now = drawn(ident)
    if os.environ.get("SUPPLE_REFRESH"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8")
    approved = path.read_text(encoding="utf-8")
    assert NUMBER.sub("#", now) == NUMBER.sub("#", approved)
    pairs = zip(NUMBER.findall(now), NUMBER.findall(approved), strict=True)
    assert max(abs(float(a) - float(b)) for a, b in pairs) <= TOLERANCE


def test_no_picture_is_kept_of_a_figure_that_is_gone() -> None:
    assert {path.stem for path in GOLDEN.glob("*.svg")} == set(IDS)


@pytest.mark.parametrize("ident", IDS)
def test_a_document_is_well_formed_and_all_its_references_lead_somewhere(ident: str) -> None:
    text = drawn(ident, Style(ghost=True, outlines=True, theme="dark", mirrored=True))
    root = ET.fromstring(text)  # noqa: S314 - our own text
    names = {element.get("id") for element in root.iter() if element.get("id")}
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= names
    assert root.get("viewBox") == "0 0 480 360"


def test_the_title_is_told_and_cannot_break_the_document() -> None:
    text = to_svg(compose(figure("bridge"), Moment(1.0), Style(), 480, 360), "<b> & more")
    title = ET.fromstring(text)[0]  # noqa: S314 - our own text
    assert title.text == "<b> & more"


def test_an_arrow_runs_out_softly_in_a_document_too() -> None:
    text = to_svg(compose(figure("chair-forward-fold"), Moment(0.0), Style(), 480, 360))
    assert "<linearGradient" in text
