"""Owns in which order Tab goes through the parts of a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_NO_HEIR: Final = cast("QWidget", None)


def tab_through(*parts: QWidget) -> None:
    """Let Tab go through these, and inside each through what it holds, as it is laid out."""
    stops = list(dict.fromkeys(stop for part in parts for stop in _stops(part)))
    with _without_heirs(stops):
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """All that Tab may come to, also what hands the focus on to one inside of it."""
    heir = widget.focusProxy()
    hands_in = heir is not None and widget.isAncestorOf(heir)
    if hands_in or (heir is None and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus):
        yield widget
    # Asking for all children of a label would load every kind of widget there is.
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for child in dict.fromkeys((*_laid(widget.layout()), *inside)):
        if not child.isWindow():
            yield from _stops(child)


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    """What a layout holds, in its order."""
    items = [] if layout is None else [layout.itemAt(at) for at in range(layout.count())]
    for item in items:
        if item is not None and (widget := item.widget()) is not None:
            yield widget
        elif item is not None:
            yield from _laid(item.layout())


@contextmanager
def _without_heirs(stops: list[QWidget]) -> Iterator[None]:
    """Let what hands the focus on be a stop itself: Qt leaves it where it is, yet goes there."""
    handing = [(each, heir) for each in stops if (heir := each.focusProxy()) is not None]
    for each, _heir in handing:
        each.setFocusProxy(_NO_HEIR)
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    yield
    for each, heir in handing:
        each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        each.setFocusProxy(heir)
