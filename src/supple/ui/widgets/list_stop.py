"""Owns how Tab and arrows go through a list of buttons: one stop, in which arrows walk."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from supple.ui.widgets.mirror import reading_key
from supple.ui.widgets.remote import Buttons, ListKeys, focused_at, in_sight

_ALONG: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_EDGES: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class ListStop(QObject):
    """Makes the buttons on `part` one stop for Tab: the open one, else where the focus was last.

    Arrows walk as the buttons stand, in a column or a grid; Home and End go to the edges; nothing
    is pressed by that. A presenter's `remote` walks too. What stands on a button is a stop along
    with it.
    """

    def __init__(self, part: QWidget, buttons: Buttons, *, remote: bool = True) -> None:
        super().__init__(part)
        self._part = part
        self._buttons = buttons
        self._last: QObject | None = None
        if remote:
            ListKeys(part, buttons)

    def settle(self, first: QAbstractButton | None = None) -> None:
        """Look at the buttons again: there are others, another one is open or to come `first`."""
        buttons, self._last = self._buttons(), first or self._last
        for each in buttons:
            for part in (each, *each.findChildren(QAbstractButton)):
                part.installEventFilter(self)  # once, however often it is asked for
        self._let_in(buttons)

    def mark(self, at: int | None) -> None:
        """Show which one is open, to a screen reader as the chosen one of all; None for none."""
        for place, each in enumerate(self._buttons()):
            each.setCheckable(True)
            each.setAutoExclusive(False)  # else the last one could not be left
            each.setChecked(place == at)
            each.setAutoExclusive(True)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Walk with the arrows, and let Tab leave from where the focus is."""
        del watched
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self._walked(
                    reading_key(self._part, event.key())
                )
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut:
                self._let_in(self._buttons())
            case _:
                pass
        return False

    def _let_in(self, buttons: Sequence[QAbstractButton]) -> None:
        """Let Tab come to one of these."""
        there = [each for each in buttons if each.isEnabled() and not _is_taken_away(each)]
        at = focused_at(there)
        if at is not None:
            self._last = there[at]
        checked = next((each for each in there if each.isChecked()), None)
        last = next((each for each in there if each is self._last), None)
        first = there[0] if there else None
        stop = (checked or last or first) if at is None else there[at]
        for each in buttons:
            policy = Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus
            for part in (each, *each.findChildren(QAbstractButton)):
                part.setFocusPolicy(policy)

    def _walked(self, key: Qt.Key) -> bool:
        shown = in_sight(self._buttons())
        at = focused_at(shown)
        if at is None or key not in {*_ALONG, *_ACROSS, *_EDGES}:
            return False
        if key in _EDGES:
            to = _EDGES[key] % len(shown)
        else:
            to = at + (_ALONG[key] if key in _ALONG else _ACROSS[key] * self._columns(shown))
        if 0 <= to < len(shown):
            shown[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _columns(self, shown: Sequence[QAbstractButton]) -> int:
        """How many stand in the first line."""
        tops = [each.mapTo(self._part, QPoint()).y() for each in shown]
        return sum(top == tops[0] for top in tops)


def after(ids: Sequence[str], ident: str) -> str:
    """What the focus goes to when one goes: the next one, else the one before; "" alone."""
    if ident not in ids:
        return ""
    at = ids.index(ident)
    left = ids[at + 1 : at + 2] or ids[max(0, at - 1) : at]
    return left[0] if left else ""


def _is_taken_away(button: QWidget) -> bool:
    """Whether it was hidden, other than by not being shown yet."""
    return button.isHidden() and button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
