"""Owns the sheet over a page: one at a time, and the focus goes back when it closes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from supple.ui.theme.look import Look
from supple.ui.widgets.sheet import Answer, Sheet

Content = Callable[[Look], QWidget]


class SheetOver:
    """Asks over the window of `page`, or over `covered`; a new one takes the place of the last."""

    def __init__(self, look: Look, page: QWidget, covered: QWidget | None = None) -> None:
        self._look = look
        self._page = page
        self._covered = covered
        self.sheet: Sheet | None = None
        self._opener: QWidget | None = None

    def make(
        self,
        title: str,
        answers: tuple[Answer, ...],
        answered: Callable[[int], None],
        *,
        content: Content | None = None,
        back: Callable[[], None] | None = None,
    ) -> Sheet:
        """The sheet, still to be opened with `ask`.

        Once it has closed, the focus is where it was, or where `back` puts it; then `answered` is
        told the place of the answer.
        """
        self.drop()
        covered = self._covered or self._page.window()
        self._opener = covered.focusWidget()
        sheet = self.sheet = Sheet(self._look, title, answers, covered, content=content)

        def close(place: int) -> None:
            sheet.hide()
            (back or self.focus_opener)()
            answered(place)

        sheet.answered.connect(close)
        return sheet

    def drop(self) -> None:
        """Take the sheet away without an answer, if one is there."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def focus_opener(self) -> None:
        """Put the focus on what opened the sheet, or on the page where that has gone."""
        opener = self._opener
        there = opener is not None and isValid(opener) and opener.isVisible()
        target = opener if opener is not None and there else self._page
        target.setFocus(Qt.FocusReason.OtherFocusReason)
