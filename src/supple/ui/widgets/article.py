"""Owns text to read: the Markdown subset of the Learn pages, laid out by Qt in the theme."""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import CARD, READ
from supple.ui.widgets.columns import shared_out
from supple.ui.widgets.mirror import mirrored, mirrored_margins, mirrored_side

_GITHUB = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML
_SPACE_AFTER = 10
_BOX_PAD = 18
_SECTION_LEVEL = 2
_EDGES = 8  # the lines of a table, and what bold words are wider
_TIGHT_BELOW = 300
_TIGHT_SCALE = 1.05
SIGNS = {"check-circle": "primary", "question": "apricot_ink", "x-circle": "clay"}
"""The signs before sections, each with the token of its colour."""


class Article(QTextBrowser):
    """As tall as its text, without scroll bars. `followed` carries where a link leads.

    Tab goes from link to link. Nothing is ever loaded or opened.
    """

    followed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._markdown = ""
        self._marked_row: int | None = None
        self._signs: tuple[str, ...] = ()
        self._is_tight = False
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setStyleSheet("background: transparent; border: none; padding: 0")
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))
        look.changed.connect(self._write)

    def show_markdown(
        self,
        markdown: str,
        *,
        name: str,
        marked_row: int | None = None,
        signs: tuple[str, ...] = (),
    ) -> None:
        """Show this text; `name` is its title. The row of its table with this number stands out.

        With `signs`, icons of `SIGNS`, each section stands in a box with the sign before its head.
        """
        self._markdown, self._marked_row, self._signs = markdown, marked_row, signs
        self.setAccessibleName(name)
        self._write()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size that the text needs at the present width."""
        return QSize(self._look.u(440), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the height of the text, so that nothing is cut."""
        return QSize(self._look.u(160), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the text out for the new width."""
        super().resizeEvent(event)
        tight = self.viewport().width() < self._look.u(_TIGHT_BELOW)
        if tight != self._is_tight:
            self._is_tight = tight
            self._write()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave scrolling to the page."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802
        """Load nothing: pages hold words only."""
        return None

    def _height(self) -> int:
        return round(self.document().size().height()) + 1

    def _fit(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._share_out(frame, self.viewport().width())
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(self._height())

    def _write(self) -> None:
        look = self._look
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(look.tokens.ink))
        self.setPalette(palette)
        document = self.document()
        document.setDefaultFont(look.font(READ))
        option = document.defaultTextOption()
        option.setAlignment(mirrored_side(self, Qt.AlignmentFlag.AlignLeading))
        document.setDefaultTextOption(option)
        turned = self.isRightToLeft()
        markdown = _tables_from_the_right(self._markdown) if turned else self._markdown
        document.setMarkdown(markdown, _GITHUB | _NO_HTML)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        while block.isValid():
            self._dress_block(QTextCursor(block))
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._dress_table(frame)
        if self._signs:
            self._make_room_for_boxes()
        cursor.endEditBlock()
        around = document.rootFrame().frameFormat()
        around.setTopMargin(look.u(_BOX_PAD) if self._signs else 0)
        document.rootFrame().setFrameFormat(around)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the boxes of the sections, then the text."""
        if self._signs:
            self._paint_boxes()
        super().paintEvent(event)

    def _sections(self) -> list[QTextBlock]:
        """The heads of the sections."""
        heads = []
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _SECTION_LEVEL:
                heads.append(block)
            block = block.next()
        return heads

    def _make_room_for_boxes(self) -> None:
        u = self._look.u
        heads = {block.position() for block in self._sections()}
        block = self.document().begin()
        while block.isValid():
            shape = QTextBlockFormat()
            is_head = block.position() in heads
            inside = mirrored_margins(self, u(_BOX_PAD + (32 if is_head else 0)), 0, u(_BOX_PAD), 0)
            shape.setLeftMargin(inside.left())
            shape.setRightMargin(inside.right())
            if is_head:
                shape.setTopMargin(u(2 * _BOX_PAD + 12) if block.position() else 0)
            QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()
        end = QTextBlockFormat()
        end.setBottomMargin(u(_BOX_PAD))
        QTextCursor(self.document().lastBlock()).mergeBlockFormat(end)

    def _paint_boxes(self) -> None:
        u, t, layout = self._look.u, self._look.tokens, self.document().documentLayout()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heads = [layout.blockBoundingRect(block) for block in self._sections()]
        ends = [head.top() - u(_BOX_PAD + 12) for head in heads[1:]] + [float(self._height())]
        for head, end, sign in zip(heads, ends, self._signs, strict=False):
            top = head.top() - u(_BOX_PAD)
            painter.setPen(QPen(QColor(t.border), t.outline))
            painter.setBrush(QColor(t.ground))
            box = QRectF(1, top, self.viewport().width() - 2, end - top - 1)
            painter.drawRoundedRect(box, u(14), u(14))
            place = mirrored(self.viewport(), QRectF(u(_BOX_PAD), head.top(), u(22), u(22)))
            self._look.icons.paint(painter, place, sign, Weight.FILL, getattr(t, SIGNS[sign]))

    def _dress_block(self, cursor: QTextCursor) -> None:
        look = self._look
        shape = QTextBlockFormat()
        height = look.u(READ.line)
        in_table = cursor.currentTable() is not None
        level = cursor.blockFormat().headingLevel()
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        shape.setAlignment(self.document().defaultTextOption().alignment())
        shape.setLineHeight(height if not level else look.u(CARD.line), kind.value)
        shape.setTopMargin(look.u(14) if level else 0)
        shape.setBottomMargin(0 if in_table else look.u(_SPACE_AFTER / (2 if level else 1)))
        cursor.mergeBlockFormat(shape)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        words = QTextCharFormat()
        if level:
            words.setFont(look.font(CARD))
            words.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            cursor.mergeCharFormat(words)
        else:
            self._dress_links(cursor)

    def _dress_links(self, cursor: QTextCursor) -> None:
        """Links in the theme's colour; Qt would take the one of the application's palette."""
        fragments = cursor.block().begin()
        places = []
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().isAnchor():
                places.append((fragment.position(), fragment.length()))
            fragments += 1
        ink = QTextCharFormat()
        ink.setForeground(QColor(self._look.tokens.primary))
        ink.setFontUnderline(True)
        for position, length in places:
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(ink)

    def _dress_table(self, table: QTextTable) -> None:
        look = self._look
        shape = table.format()
        shape.setBorder(look.tokens.outline)
        shape.setBorderBrush(QBrush(QColor(look.tokens.border)))
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderCollapse(True)
        shape.setCellPadding(look.u(1 if self._is_tight else 9))
        shape.setCellSpacing(0)
        shape.setTopMargin(look.u(8))
        shape.setBottomMargin(look.u(14))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)
        for row in range(table.rows()):
            marked = row == self._marked_row
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                plate = cell.format()
                if row == 0:
                    plate.setBackground(QColor(look.tokens.sunken))
                    plate.setProperty(QTextFormat.Property.FontWeight, QFont.Weight.DemiBold)
                if marked:
                    plate.setBackground(QColor(look.tokens.primary_soft))
                cell.setFormat(plate)
                if self._is_tight:
                    self._shrink(cell)

    def _share_out(self, table: QTextTable, room: int) -> None:
        """Give each column its longest word, and the rest to where most words would break."""
        measure = QFontMetricsF(self.document().defaultFont()).horizontalAdvance
        around = 2 * table.format().cellPadding() + _EDGES
        columns = [
            [_words(table.cellAt(row, column)) for row in range(table.rows())]
            for column in range(table.columns())
        ]
        widths = shared_out(columns, room, around, measure)
        if self._is_tight or sum(widths) > room + 1:
            widths = []
        percent = QTextLength.Type.PercentageLength
        lengths = [QTextLength(percent, 100 * width / sum(widths)) for width in widths]
        shape = table.format()
        if shape.columnWidthConstraints() != lengths:
            shape.setColumnWidthConstraints(lengths)
            table.setFormat(shape)

    def _shrink(self, cell: QTextTableCell) -> None:
        """Where the text is large and the page narrow, whole words matter more than their size."""
        words = QTextCharFormat()
        size = min(self._look.u(READ.size), round(READ.size * _TIGHT_SCALE))
        words.setProperty(QTextFormat.Property.FontPixelSize, size)
        cursor = cell.firstCursorPosition()
        end = cell.lastCursorPosition().position()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(words)
        lines = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        lines.setLineHeight(size * READ.line / READ.size, kind.value)
        cursor.mergeBlockFormat(lines)


def _words(cell: QTextTableCell) -> str:
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _tables_from_the_right(markdown: str) -> str:
    """The first column at the right; Qt lays out columns from the left in every language."""
    lines = markdown.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("|"):
            cells = line.strip().strip("|").split("|")
            lines[number] = f"|{'|'.join(reversed(cells))}|"
    return "\n".join(lines)
