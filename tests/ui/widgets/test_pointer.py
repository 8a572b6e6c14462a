"""The pointer over a session: out of the way while it stands still."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supple.ui.widgets.pointer import HIDDEN_AFTER_MS, LOOK_MS, Pointer


def test_the_pointer_hides_after_three_seconds_and_comes_back_when_it_moves(qtbot: QtBot) -> None:
    place = [QPoint(10, 10)]
    widget = QWidget()
    qtbot.addWidget(widget)
    pointer = Pointer(widget, lambda: place[0])
    pointer.watch()
    for _ in range(HIDDEN_AFTER_MS // LOOK_MS - 1):
        pointer.look()
    assert widget.cursor().shape() is Qt.CursorShape.ArrowCursor
    pointer.look()
    assert widget.cursor().shape() is Qt.CursorShape.BlankCursor
    place[0] = QPoint(11, 10)
    pointer.look()
    assert widget.cursor().shape() is Qt.CursorShape.ArrowCursor
    pointer.leave()
