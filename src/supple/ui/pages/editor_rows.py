"""Owns the column of rows in the editor, and moving them: by pointer, by key, by menu."""

from collections.abc import Iterable
from gettext import NullTranslations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supple.ui.pages.editor_row import EditorRow
from supple.ui.pages.editor_view import RowView
from supple.ui.theme.look import Look
from supple.ui.widgets.exercise_tile import Picture
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored_place
from supple.ui.widgets.tab_order import tab_through

_GAP = 8
_LIFT = 26
_NEW = 62
_NEAR = 40


class EditorRows(QWidget):
    """Every signal begins with the place of the row it is about; `told` is for screen readers."""

    told = Signal(str)
    moved = Signal(int, int)
    amount_changed = Signal(int, int)
    sets_changed = Signal(int, int)
    gap_changed = Signal(int, int)
    side_changed = Signal(int, str)
    say_changed = Signal(int, str)
    picture_wanted = Signal(int)
    picture_removed = Signal(int)
    copied = Signal(int)
    removed = Signal(int)

    def __init__(self, look: Look, translations: NullTranslations, picture: Picture) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._picture = picture
        self._views: tuple[RowView, ...] = ()
        self.rows: list[EditorRow] = []
        self.open_place = -1
        self._lifted: int | None = None
        self._is_coming = False
        self._gap_at = 0
        self._pointer = 0
        self._height = 0
        self._gap_box = QRect()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self._stop = ListStop(self, lambda: [row.head for row in self.rows])
        look.changed.connect(self._lay)

    def show_rows(self, views: tuple[RowView, ...]) -> None:
        """Show these rows; the one that was open stays open in its place."""
        self._views = views
        while len(self.rows) > len(views):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(views):
            self.rows.append(self._make(len(self.rows)))
        self.open_place = min(self.open_place, len(views) - 1)
        self._show()

    def open_row(self, place: int) -> None:
        """Open a row, and only that; -1 closes all."""
        self.open_place = place
        self._show()

    def make_room(self, at: QPoint) -> bool:
        """Leave a gap for a new row where the pointer is; whether it is over the rows."""
        here, margin = self.mapFromGlobal(at), self._look.u(_NEAR)
        self._is_coming = self.rect().adjusted(0, -margin, 0, margin).contains(here)
        self._gap_at = self._rows_above(self.rows, here.y())
        self._lay()
        self.update()
        return self._is_coming

    def close_gap(self, at: QPoint) -> int:
        """Leave no gap any more; the place of the new row, -1 if the pointer is not over them."""
        place = self._gap_at if self.make_room(at) else -1
        self._is_coming = False
        self._lay()
        self.update()
        return place

    def focus_row(self, place: int) -> None:
        """Put the focus on a row."""
        if self.rows:
            row = self.rows[min(max(place, 0), len(self.rows) - 1)]
            row.head.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_picture(self) -> None:
        """Put the focus on what can be done about the picture of the open row."""
        if self.open_place >= 0 and (picture := self.rows[self.open_place].picture) is not None:
            picture.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def drawn(self) -> None:
        """A picture is there."""
        for row in self.rows:
            row.head.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of all rows."""
        return QSize(self._look.u(300), self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width."""
        return QSize(self._look.u(180), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a row changed its size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the gap that a lifted or a new row would fill."""
        if self._lifted is None and not self._is_coming:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        pen = QPen(QColor(t.primary), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(t.primary_soft))
        painter.drawRoundedRect(QRectF(self._gap_box).adjusted(1, 1, -1, -1), u(12), u(12))

    def _show(self) -> None:
        count = len(self._views)
        for place, (row, view) in enumerate(zip(self.rows, self._views, strict=True)):
            row.show_row(view, place, count, is_open=place == self.open_place)
            row.show()
        self._stop.settle()
        tab_through(*self.rows)
        self._lay()

    def _make(self, place: int) -> EditorRow:
        row = EditorRow(self._look, self._translations, self._picture)
        row.setParent(self)
        row.toggled.connect(lambda: self.open_row(-1 if self.open_place == place else place))
        row.head.move_wanted.connect(lambda by: self._step(place, by))
        row.head.dragged.connect(lambda y: self._drag(place, y))
        row.head.dropped.connect(self._drop)
        row.edge_wanted.connect(lambda top: self._move(place, 0 if top else len(self.rows) - 1))
        row.amount_changed.connect(lambda value: self.amount_changed.emit(place, value))
        row.sets_changed.connect(lambda value: self.sets_changed.emit(place, value))
        row.gap_changed.connect(lambda value: self.gap_changed.emit(place, value))
        row.side_changed.connect(lambda side: self.side_changed.emit(place, side))
        row.say_changed.connect(lambda words: self.say_changed.emit(place, words))
        row.picture_wanted.connect(lambda: self.picture_wanted.emit(place))
        row.picture_removed.connect(lambda: self.picture_removed.emit(place))
        row.copy_wanted.connect(lambda: self.copied.emit(place))
        row.removal_wanted.connect(lambda: self.removed.emit(place))
        return row

    def _step(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self.rows):
            self._move(place, place + by)

    def _move(self, place: int, to: int) -> None:
        """Move a row, follow it with the focus, and tell where it is now."""
        if place == to:
            return
        if self.open_place == place:
            self.open_place = to
        elif place < self.open_place <= to:
            self.open_place -= 1
        elif to <= self.open_place < place:
            self.open_place += 1
        self.moved.emit(place, to)
        self.focus_row(to)
        words = self._translations.gettext("Moved to place {place} of {count}")
        self.told.emit(words.format(place=to + 1, count=len(self.rows)))

    def _drag(self, place: int, global_y: int) -> None:
        if self._lifted is None:
            self._lifted = self._gap_at = place
            self.rows[place].lifted = True
            self.rows[place].raise_()
        self._pointer = self.mapFromGlobal(QPoint(0, global_y)).y()
        others = [row for row in self.rows if row is not self.rows[place]]
        self._gap_at = self._rows_above(others, self._pointer)
        self._lay()
        self.update()

    def _rows_above(self, rows: Iterable[EditorRow], y: int) -> int:
        return sum(row.geometry().center().y() < y for row in rows)

    def _drop(self) -> None:
        lifted = self._lifted
        if lifted is None:
            return
        self.rows[lifted].lifted = False
        self._lifted = None
        if self._gap_at != lifted:
            self.open_place = -1
            self._move(lifted, self._gap_at)
        self._lay()
        self.update()

    def _lay(self) -> None:
        gap, width, top = self._look.u(_GAP), self.width(), 0
        lifted = None if self._lifted is None else self.rows[self._lifted]
        place, opening = 0, self._opening(lifted)
        for row in self.rows:
            if row is lifted:
                continue
            if opening and place == self._gap_at:
                top = self._leave_gap(opening, top)
            tall = self._tall(row)
            row.setGeometry(0, top, width, tall)
            top += tall + gap
            place += 1
        if opening and place == self._gap_at:
            top = self._leave_gap(opening, top)
        if lifted is not None:
            tall = self._tall(lifted)
            lift = self._look.u(_LIFT)
            box = QRect(lift, self._pointer - tall // 2, width - lift, tall)
            lifted.setGeometry(mirrored_place(self, box))
        height = max(0, top - gap)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _opening(self, lifted: EditorRow | None) -> int:
        """How high the gap is, 0 for none: that of the row that is moved, or of a new one."""
        if lifted is not None:
            return self._tall(lifted)
        return self._look.u(_NEW) if self._is_coming else 0

    def _leave_gap(self, tall: int, top: int) -> int:
        self._gap_box = QRect(0, top, self.width(), tall)
        return top + tall + self._look.u(_GAP)

    def _tall(self, row: EditorRow) -> int:
        return row.tall(self.width())
