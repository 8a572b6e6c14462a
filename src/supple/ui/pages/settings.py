"""Owns the Settings page: the list of sections, and the rows of the one that is open."""

from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supple.ui.pages.settings_rows import Rows
from supple.ui.pages.settings_view import Section, SettingsView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY_MEDIUM, BODY_STRONG, SECTION, TITLE, TITLE_SMALL
from supple.ui.widgets.charts.day_line import DayPicture
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.mirror import mirrored_margins, mirrored_place
from supple.ui.widgets.one_stop import OneStop
from supple.ui.widgets.remote import ListKeys
from supple.ui.widgets.text import Text

_LIST_FROM: Final = 860
_WIDE_FROM: Final = 620
_NARROW_BELOW: Final = 300
_WIDEST: Final = 760


class _SectionButton(QPushButton):
    """Leads to a section."""

    def __init__(self, look: Look, section: Section, parent: QWidget) -> None:
        super().__init__(section.title, parent)
        self._look = look
        self._icon = section.icon
        self.radius = 10
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of icon and words."""
        words = QFontMetrics(self._look.font(BODY_STRONG)).horizontalAdvance(self.text())
        return QSize(words + self._look.u(50), self._look.u(40))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint ground, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, u, on = self._look.tokens, self._look.u, self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.primary_soft if on else t.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), u(self.radius), u(self.radius))
        ink = t.primary_ink if on else t.ink2
        icon = QRectF(u(12), (self.height() - u(20)) / 2, u(20), u(20))
        room = QRectF(u(42), 0, self.width() - u(46), self.height())
        if self.isRightToLeft():
            icon.moveRight(self.width() - u(12))
            room.moveLeft(u(4))
        weight = Weight.FILL if on else Weight.REGULAR
        self._look.icons.paint(painter, icon, self._icon, weight, ink)
        painter.setPen(QColor(ink))
        painter.setFont(self._look.font(BODY_STRONG if on else BODY_MEDIUM))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, self.text())


class SettingsPage(QWidget):
    """Paints sections. `changed` carries key and value, `asked` the id of what is to be done."""

    changed = Signal(str, object)
    asked = Signal(str)
    heard = Signal(str)
    section_chosen = Signal(str)
    key_learned = Signal(str, str)
    key_heard = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations, view: SettingsView) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._sections = {section.id: section for section in view}
        self._open = next(iter(self._sections))
        self._rows: Rows | None = None
        self._heard = ""
        self._side = QWidget()
        self._heading = Text(look, SECTION, translations.gettext("Settings"))
        self._buttons = {each.id: _SectionButton(look, each, self._side) for each in view}
        self._list = QVBoxLayout(self._side)
        self._list.addWidget(self._heading)
        for ident, button in self._buttons.items():
            self._list.addWidget(button)
            button.clicked.connect(lambda *_, ident=ident: self.open_section(ident))
        self._list.addStretch(1)
        FocusRing(look, self._side).watch(*self._buttons.values())
        ListKeys(self._side, lambda: list(self._buttons.values()))
        OneStop(self._side, list(self._buttons.values()))
        self._menu = MenuButton(
            look, translations.gettext("Settings"), [(each.id, each.title) for each in view]
        )
        self._menu.chosen.connect(self.open_section)
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self._column = QVBoxLayout(self.content)
        self._title = Text(look, TITLE, wrap=True)
        self._column.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._title)
        self._column.addStretch(1)
        self.sheet.setWidget(self.content)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.sheet, 1)
        FocusRing(look, self.content).watch(self._menu)
        look.changed.connect(self._follow_look)
        self._buttons[self._open].setChecked(True)
        self._menu.choose(self._open)

    @property
    def section(self) -> str:
        """Which section is open."""
        return self._open

    @property
    def view(self) -> SettingsView:
        """The sections that are shown."""
        return tuple(self._sections.values())

    def show_view(self, view: SettingsView, *, anew: bool = True) -> None:
        """Take new sections; `anew` paints the open one again."""
        before = self._sections[self._open]
        self._sections = {section.id: section for section in view}
        if anew and (self._rows is None or before != self._sections[self._open]):
            self.rebuild()

    def open_section(self, ident: str) -> None:
        """Bring up a section."""
        self._open = ident
        self._buttons[ident].setChecked(True)
        self._menu.choose(ident)
        self.rebuild()
        self.sheet.verticalScrollBar().setValue(0)
        self.section_chosen.emit(ident)

    def tell_of_key(self, words: str) -> None:
        """Say what a key is, or why it is refused."""
        if self._rows is not None and self._rows.keys is not None:
            self._rows.keys.tell(words)

    def tell_how_keys_work(self, words: str) -> None:
        """Say which remotes and media keys are heard here, or were."""
        if self._rows is not None and self._rows.keys is not None:
            self._rows.keys.tell_how_it_works(words)

    def set_detail(self, key: str, words: str) -> None:
        """Change the second line of a row that is up."""
        if self._rows is not None:
            self._rows.set_detail(key, words)

    def show_heard(self, trial: str) -> None:
        """Tell which trial of a voice is heard now; empty for none."""
        self._heard = trial
        if self._rows is not None:
            self._rows.show_heard(trial)

    def show_day(self, day: DayPicture) -> None:
        """Bring the line of today up to date, where it is in sight."""
        if self._rows is not None:
            self._rows.show_day(day)

    def focus_option(self, key: str) -> None:
        """Put the focus on an option of the open section."""
        if self._rows is not None:
            self._rows.focus_key(key)

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        if self._rows is not None:
            self._rows.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange list and rows for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the hairline between list and rows."""
        if self._side.isVisible():
            painter = QPainter(self)
            line = QRect(self._side.width() - 1, 0, 1, self.height())
            painter.fillRect(mirrored_place(self, line), QColor(self._look.tokens.border))

    def _follow_look(self) -> None:
        if self._rows is not None:
            self.rebuild()

    def rebuild(self) -> None:
        """Paint the open section anew, with the values as they are."""
        section = self._sections[self._open]
        focused = self._rows.focused_key() if self._rows is not None else ""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._title.set_words(section.title)
        self._rows = Rows(self._look, self._translations, section.rows)
        self._rows.changed.connect(self.changed)
        self._rows.asked.connect(self.asked)
        self._rows.heard.connect(self.heard)
        self._rows.key_learned.connect(self.key_learned)
        self._rows.key_heard.connect(self.key_heard)
        self._column.insertWidget(2, self._rows)
        self._rows.show_heard(self._heard)
        self._rows.show()
        self._rows.focus_key(focused)
        self._arrange()

    def _arrange(self) -> None:
        look = self._look
        width = self.width() / look.scale
        listed, wide = width >= _LIST_FROM, width >= _WIDE_FROM
        self._side.setVisible(listed)
        self._menu.setVisible(not listed)
        words = max(button.sizeHint().width() for button in self._buttons.values())
        side = max(look.u(212), words + look.u(34))
        self._side.setFixedWidth(side)
        inside = mirrored_margins(self, look.u(22), look.u(34), look.u(12), look.u(20))
        self._list.setContentsMargins(inside)
        self._list.setSpacing(look.u(2))
        self._heading.setContentsMargins(mirrored_margins(self, look.u(12), 0, 0, look.u(14)))
        margin = look.u(40 if wide else 18 if width >= _NARROW_BELOW else 10)
        room = self.width() - (side if listed else 0)
        spare = max(0, room - 2 * margin - look.u(_WIDEST))
        end = margin + spare
        inside = mirrored_margins(self, margin, look.u(30 if wide else 18), end, margin)
        self._column.setContentsMargins(inside)
        self._column.setSpacing(look.u(12))
        self._title.set_style(TITLE if wide else TITLE_SMALL)
