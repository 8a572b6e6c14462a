"""Owns the Learn page: four shelves, questions, one article, and a search over all of it."""

from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import (
    BODY,
    BODY_STRONG,
    CARD,
    SECTION,
    SMALL,
    TITLE,
    TypeStyle,
)
from supple.ui.widgets.article import Article
from supple.ui.widgets.breakable import breakable, broken
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import Card
from supple.ui.widgets.column import Column, narrow_edge
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.height import follow_width
from supple.ui.widgets.lines import draw_lines
from supple.ui.widgets.list_stop import ListStop
from supple.ui.widgets.mirror import mirrored, mirrored_place, reading_icon
from supple.ui.widgets.scene import FigureSlot
from supple.ui.widgets.search_field import SearchField
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

_WIDEST: Final = 1120
_BESIDE_FROM: Final = 780
_NARROW_BELOW: Final = 330
_ROUND: Final = (30, 26)
_LONGEST: Final = 120
_FOUR_FROM: Final = 720
_SEARCH_MS: Final = 120
_SHELF: Final = TypeStyle(17, 22, 600, lexend=True)


class Shelf(msgspec.Struct, frozen=True):
    """One of the four shelves; `ground` names a token, `figure` an exercise."""

    id: str
    title: str
    ground: str
    figure: str


class Row(msgspec.Struct, frozen=True):
    """One page or question in the list."""

    id: str
    title: str


class ArticleView(msgspec.Struct, frozen=True):
    """What is read now. `addresses` can be copied; `shows_plan` offers "See your plan".

    `signs` stand before its sections, each of which then has a box of its own.
    """

    id: str
    title: str
    markdown: str
    marked_row: int | None = None
    see: tuple[Row, ...] = ()
    addresses: str = ""
    shows_plan: bool = False
    signs: tuple[str, ...] = ()


class LearnView(msgspec.Struct, frozen=True):
    """The list under its heading, and what is read.

    `chosen`: the reader opened it; where there is no room for both it hides the list.
    """

    heading: str
    rows: tuple[Row, ...]
    article: ArticleView | None = None
    chosen: bool = False


class ShelfTile(QPushButton):
    """A shelf: its name on a soft ground, with a figure at its foot."""

    def __init__(self, look: Look, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(shelf.title, parent)
        self._look = look
        self._shelf = shelf
        self.radius = 16
        self.figure = FigureSlot(self, adorns=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a tile."""
        return QSize(self._look.u(160), self._look.u(128))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width that keeps the longest word whole."""
        metrics = QFontMetrics(self._look.font(_SHELF))
        widest = max(metrics.horizontalAdvance(word) for word in breakable(self.text()))
        return QSize(widest + self._look.u(40), self._look.u(128))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand the figure below the words."""
        super().resizeEvent(event)
        metrics, inset = QFontMetrics(self._look.font(_SHELF)), self._look.u(6)
        words = metrics.boundingRect(self._room(), Qt.TextFlag.TextWordWrap, self.text())
        free = self.height() - words.bottom() - inset
        wide = round(self.width() * 0.62)
        tall = round(min(self.height() * 0.66, max(free, self.height() * 0.5)))
        place = QRect(self.width() - wide - inset, self.height() - tall - inset, wide, tall)
        self.figure.setGeometry(mirrored_place(self, place))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground and name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u = self._look.tokens, self._look.u
        outline = t.border_strong if t.strong or self.underMouse() else ""
        painter.setPen(QPen(QColor(outline), t.outline) if outline else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(t, self._shelf.ground)))
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(shape, u(self.radius), u(self.radius))
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(_SHELF))
        painter.drawText(mirrored_place(self, self._room()), Qt.TextFlag.TextWordWrap, self.text())

    def _room(self) -> QRect:
        """Where the words are."""
        u = self._look.u
        return QRect(u(18), u(16), self.width() - u(30), self.height() - u(32))


class RowButton(QPushButton):
    """A line of the list, with an arrow; the present one stands on a plate."""

    def __init__(self, look: Look, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(row.title, parent)
        self._look = look
        self.radius = 10
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_width(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the title on one line."""
        wide = QFontMetrics(self._look.font(BODY_STRONG)).horizontalAdvance(self.text())
        return QSize(wide + self._look.u(60), self._look.u(42))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the longest word."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        widest = max(
            (metrics.horizontalAdvance(word) for word in breakable(self.text())), default=0
        )
        least = min(widest, self._look.u(_LONGEST))
        return QSize(least + self._look.u(60), self._look.u(42))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the wrapped title needs."""
        metrics = QFontMetrics(self._look.font(BODY_STRONG))
        room = QRect(0, 0, max(1, width - self._look.u(56)), 10_000)
        words = broken(self.text(), room.width(), metrics.horizontalAdvance)
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return max(self._look.u(42), text.height() + self._look.u(20))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint plate, title and arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, here = self._look.tokens, self._look.u, self.isChecked()
        if here or self.underMouse():
            painter.setPen(QPen(QColor(t.border), t.outline) if here else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.surface if here else t.sunken))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), u(self.radius), u(self.radius)
            )
        painter.setPen(QColor(t.ink))
        painter.setFont(self._look.font(BODY_STRONG if here else BODY))
        room = mirrored_place(self, QRect(u(13), 0, self.width() - u(56), self.height()))
        words = broken(self.text(), room.width(), painter.fontMetrics().horizontalAdvance)
        draw_lines(painter, room, words, Qt.AlignmentFlag.AlignVCenter)
        arrow = QRectF(self.width() - u(30), (self.height() - u(16)) / 2, u(16), u(16))
        icon = reading_icon(self, "caret-right")
        self._look.icons.paint(painter, mirrored(self, arrow), icon, Weight.REGULAR, t.ink2)


class LearnPage(QScrollArea):
    """Paints a `LearnView` and emits what the reader wants."""

    shelf_chosen = Signal(str)
    row_chosen = Signal(str)
    searched = Signal(str)
    followed = Signal(str)
    read_requested = Signal()
    plan_requested = Signal()
    copy_requested = Signal()
    list_requested = Signal()

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        shelves: tuple[Shelf, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        tr = translations.gettext
        self._look = look
        self._view: LearnView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = Column()
        self._column = QVBoxLayout(self.content)
        self.ring = FocusRing(look, self.content)
        self.search = SearchField(look, tr("Search"), tr("Search"), tr("Clear"))
        self._typed = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._typed.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(lambda *_: self._typed.start())
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(Text(look, TITLE, tr("Learn")), 1)
        self._head.addWidget(self.search)
        self.tiles = [ShelfTile(look, shelf) for shelf in shelves]
        self._shelves = QGridLayout()
        for tile, shelf in zip(self.tiles, shelves, strict=True):
            tile.clicked.connect(lambda *_, ident=shelf.id: self.shelf_chosen.emit(ident))
        self._heading = Text(look, CARD, wrap=True)
        self.rows: dict[str, RowButton] = {}
        self._list = QWidget()
        self._stop = ListStop(self._list, lambda: list(self.rows.values()))
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._list_column.addWidget(self._heading)
        self._list_column.addStretch(1)
        self._build_article(look, translations)
        self._both = QHBoxLayout()
        self._both.addWidget(self._list, 5)
        self._both.addWidget(self._card, 7)
        self._column.addLayout(self._head)
        for tile in self.tiles:  # here, as a screen reader reads in the order they come in
            tile.setParent(self.content)
        self._column.addLayout(self._shelves)
        self._column.addLayout(self._both)
        self._column.addStretch(1)
        self.setWidget(self.content)
        self.ring.watch(self.search, *self.tiles)
        look.changed.connect(self._arrange)

    def _build_article(self, look: Look, translations: NullTranslations) -> None:
        tr = translations.gettext
        self._card = Card(look, padding=_ROUND)
        self.back_button = Button(look, tr("Learn"), Kind.PLAIN, Size.SMALL, icon="arrow-left")
        self._title = Text(look, SECTION, wrap=True)
        self.article = Article(look)
        self.article.followed.connect(self.followed)
        self.plan_button = Button(look, tr("See your plan"), Kind.SOFT)
        self.read_button = Button(look, tr("Read it to me"), Kind.QUIET, icon="speaker-high")
        self.copy_button = Button(look, tr("Copy the addresses"), Kind.SECONDARY, Size.SMALL)
        self._offline = Text(
            look,
            SMALL,
            tr("Supple never goes online. Paste them into your browser."),
            colour="ink2",
            wrap=True,
        )
        self._see_title = Text(look, CARD, tr("Read on"), wrap=True)
        self._see = QVBoxLayout()
        self._see.setSpacing(0)
        self._see_rows: list[RowButton] = []
        body = self._card.body
        left = Qt.AlignmentFlag.AlignLeft
        body.addWidget(self.back_button, 0, left)
        body.addWidget(self._title)
        body.addWidget(self.article)
        body.addWidget(self.copy_button, 0, left)
        body.addWidget(self._offline)
        row = FlowRow(look, gap=8)
        row.set_items((self.plan_button, self.read_button))
        body.addWidget(row)
        body.addWidget(self._see_title)
        body.addLayout(self._see)
        body.addStretch(1)
        self.back_button.clicked.connect(self.list_requested)
        self.plan_button.clicked.connect(self.plan_requested)
        self.read_button.clicked.connect(self.read_requested)
        self.copy_button.clicked.connect(self.copy_requested)
        FocusRing(look, self._card).watch(
            self.back_button, self.plan_button, self.read_button, self.copy_button, self.article
        )

    def show_view(self, view: LearnView) -> None:
        """Paint `view`."""
        before, self._view = self._view, view
        was_there = self._has_focus()
        self._heading.set_words(view.heading)
        if before is None or before.rows != view.rows:
            self._show_rows(view.rows)
        here = view.article.id if view.article else ""
        if view.article is not None and (before is None or before.article != view.article):
            self._show_article(view.article)
        self._stop.mark(list(self.rows).index(here) if here in self.rows else None)
        self._arrange()
        tab_through(self.search, *self.tiles, self._list, self._card)
        if was_there and not self._has_focus():
            self.focus_article()  # the line that was pressed has gone

    def set_reading(self, words: str) -> None:
        """Name the button that begins or stops reading aloud."""
        self.read_button.set_label(words, "speaker-high")

    def focus_first(self) -> None:
        """Put the focus on the search."""
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _has_focus(self) -> bool:
        """Whether the focus is on this page."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused) and focused.isVisible()

    def focus_article(self) -> None:
        """Put the focus on what is read; where only the list is, on what was read."""
        row = next((each for each in self.rows.values() if each.isChecked()), self.search)
        to = row if self._card.isHidden() else self.article
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        for button in self.rows.values():
            button.hide()
            button.deleteLater()
        self.rows = {row.id: RowButton(self._look, row, self._list) for row in rows}
        for row in rows:
            self._add_row(self._list_column, self.rows[row.id], row, self._list_column.count() - 1)

    def _add_row(self, column: QVBoxLayout, button: RowButton, row: Row, at: int) -> None:
        column.insertWidget(at, button)
        button.clicked.connect(lambda *_: self.row_chosen.emit(row.id))
        self.ring.watch(button)

    def _show_article(self, article: ArticleView) -> None:
        self._title.set_words(article.title)
        self.article.show_markdown(
            article.markdown,
            name=article.title,
            marked_row=article.marked_row,
            signs=article.signs,
        )
        self.plan_button.setVisible(article.shows_plan)
        self.copy_button.setVisible(bool(article.addresses))
        self._offline.setVisible(bool(article.addresses))
        for button in self._see_rows:
            button.hide()
            button.deleteLater()
        self._see_rows = [RowButton(self._look, row, self._card) for row in article.see]
        for number, (button, row) in enumerate(zip(self._see_rows, article.see, strict=True)):
            self._add_row(self._see, button, row, number)
        self._see_title.setVisible(bool(article.see))

    def _arrange(self) -> None:
        view, u = self._view, self._look.u
        if view is None:
            return
        width = self.viewport().width() / self._look.scale
        beside = width >= _BESIDE_FROM
        narrow = width < _NARROW_BELOW
        margin = u(34) if beside else narrow_edge(self._look, self.viewport().width())
        spare = max(0, (self.viewport().width() - 2 * margin - u(_WIDEST)) // 2)
        self._column.setContentsMargins(margin + spare, u(26), margin + spare, margin)
        self._column.setSpacing(u(18))
        self._both.setSpacing(u(18))
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        room = self.viewport().width() - 2 * margin
        self.search.setFixedWidth(room if narrow else u(280) if beside else u(200))
        if narrow:
            self._card.body.setContentsMargins(margin, margin, margin, margin)
        else:
            self._card.body.setContentsMargins(
                u(_ROUND[0]), u(_ROUND[1]), u(_ROUND[0]), u(_ROUND[1])
            )
        reads = view.article is not None and (beside or view.chosen)
        self._list.setVisible(beside or not reads)
        self._card.setVisible(reads)
        self.back_button.setVisible(not beside)
        columns = 4 if width >= _FOUR_FROM else 2
        self._shelves.setSpacing(u(16))
        for column in range(4):
            self._shelves.setColumnStretch(column, 1 if column < columns else 0)
        for index, tile in enumerate(self.tiles):
            self._shelves.removeWidget(tile)
            self._shelves.addWidget(tile, index // columns, index % columns)
            tile.setVisible(beside or not reads)
