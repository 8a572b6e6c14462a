"""Owns the rows of one section of settings."""

from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supple.ui.pages import settings_controls as controls
from supple.ui.pages.settings_desk import DayCard, TickGrid
from supple.ui.pages.settings_hours import HoursControl
from supple.ui.pages.settings_keys import KeysSettings
from supple.ui.pages.settings_view import (
    VOICE_TEST,
    Choice,
    Count,
    Daily,
    Deed,
    Head,
    Hours,
    Keys,
    Line,
    Row,
    Scale,
    Several,
    Theme,
    Tick,
    Toggle,
    Told,
    Value,
    Voices,
    Year,
)
from supple.ui.pages.settings_voices import VoiceList
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_STRONG, CARD, SMALL
from supple.ui.widgets.button import Button, Kind
from supple.ui.widgets.card import Note
from supple.ui.widgets.charts.day_line import DayLine, DayPicture
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.setting_row import SettingRow
from supple.ui.widgets.text import Text


class Rows(QWidget):
    """Builds a widget for each row, by its kind of control."""

    changed = Signal(str, object)
    asked = Signal(str)
    heard = Signal(str)
    key_learned = Signal(str, str)
    key_heard = Signal(str)

    def __init__(self, look: Look, translations: NullTranslations, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._look = look
        self._translations = translations
        self._tr = translations.gettext
        self.keys: KeysSettings | None = None
        self._day: DayLine | None = None
        self._voices: VoiceList | None = None
        self._test: tuple[Button, str, str] | None = None
        self._controls: dict[str, QWidget] = {}
        self._made: dict[str, SettingRow] = {}
        self._ring = FocusRing(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        ticks = tuple(row for row in rows if isinstance(row.control, Tick))
        for row in rows:
            if row not in ticks:
                column.addWidget(self._widget(row))
            elif row is ticks[0]:
                column.addWidget(self._ticks(ticks))
        column.addStretch(1)

    def set_detail(self, key: str, words: str) -> None:
        """Change the second line of a row."""
        if key in self._made:
            self._made[key].set_detail(words)

    def show_day(self, day: DayPicture) -> None:
        """Bring the line of today up to date, where there is one."""
        if self._day is not None:
            self._day.show_day(day)

    def show_heard(self, trial: str) -> None:
        """Let a second press stop the trial of a voice that is heard now; empty for none."""
        if self._test is not None:
            button, words, icon = self._test
            on = trial == VOICE_TEST
            button.set_label(self._tr("Stop") if on else words, "speaker-slash" if on else icon)
        if self._voices is not None:
            self._voices.show_heard(trial)

    def focus_first(self) -> None:
        """Put the focus on the first control."""
        for control in self._controls.values():
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def focused_key(self) -> str:
        """The row that has the focus, if any."""
        focused = self.window().focusWidget()
        for key, control in self._controls.items():
            if control is focused or control.isAncestorOf(focused):
                return key
        return ""

    def focus_key(self, key: str) -> None:
        """Put the focus back on a row."""
        control = self._controls.get(key)
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widget(self, row: Row) -> QWidget:
        look, kind = self._look, row.control
        if isinstance(kind, Told):
            return self._told(row, kind)
        if isinstance(kind, Head):
            return self._head(row, kind)
        if isinstance(kind, Daily):
            return self._daily(row, kind)
        if isinstance(kind, Keys):
            return self._apart(self._keys(row, kind))
        if isinstance(kind, Voices):
            voices = VoiceList(look, self._tr, kind, str(row.value))
            voices.chosen.connect(lambda ident: self.changed.emit(row.key, ident))
            voices.heard.connect(self.heard)
            self._controls[row.key] = self._voices = voices
            return self._apart(voices, row.detail)
        control = self._control(row)
        control.setEnabled(not row.blocked)
        self._controls[row.key] = control
        if isinstance(kind, Theme):
            return self._apart(control, row.detail)
        made = SettingRow(look, row.title, row.detail, control, wide=isinstance(kind, Scale))
        self._made[row.key] = made
        ring = FocusRing(look, made)
        ring.watch(control, *control.findChildren(Button))
        return made

    def _ticks(self, rows: tuple[Row, ...]) -> QWidget:
        grid = TickGrid(self._look, rows, self._tell)
        self._controls.update(grid.ticks)
        return grid

    def _daily(self, row: Row, kind: Daily) -> QWidget:
        card = DayCard(self._look, row, kind, self._tell)
        self._controls[row.key] = card.switch
        self._day = card.day
        return self._apart(card)

    def _keys(self, row: Row, kind: Keys) -> QWidget:
        keys = KeysSettings(self._look, self._translations, kind)
        keys.learned.connect(self.key_learned)
        keys.heard.connect(self.key_heard)
        keys.reset.connect(lambda: self.asked.emit("keys-back"))
        self._controls[row.key] = self.keys = keys
        return keys

    def _apart(self, control: QWidget, note: str = "") -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self._look.u(6), 0, self._look.u(10))
        column.addWidget(control)
        if note:
            column.addWidget(Text(self._look, SMALL, note, colour="ink2", wrap=True))
        return box

    def _control(self, row: Row) -> QWidget:
        look, tell = self._look, self._tell
        match row.control:
            case Toggle() as kind:
                switch = controls.toggle(look, row, kind, tell)
                return switch if kind.tried is None else self._with_try(switch, kind.tried)
            case Choice() as kind:
                return controls.choice(look, row, kind, tell)
            case Several() as kind:
                return controls.several(look, row, kind, tell)
            case Count() as kind:
                names = (self._tr("less"), self._tr("more"))
                return controls.count(look, row, kind, names, tell)
            case Scale() as kind:
                return controls.Sliding(look, row, kind, tell)
            case Line() | Year() as kind:
                return controls.typed(look, row, kind, tell)
            case Theme() as kind:
                return controls.theme(look, row, kind, tell)
            case Hours() as kind:
                return HoursControl(look, row, kind, tell)
            case Deed() as kind:
                return self._deeds(row, kind)
            case _:
                raise TypeError(row.control)

    def _with_try(self, switch: QWidget, tried: tuple[str, str, str]) -> QWidget:
        ident, words, icon = tried
        button = Button(self._look, words, Kind.PRIMARY, icon=icon)
        button.clicked.connect(lambda *_: self.asked.emit(ident))
        if ident == VOICE_TEST:
            self._test = button, words, icon
        flow = FlowRow(self._look, gap=16)
        flow.set_items((button, switch))
        flow.setFocusProxy(switch)
        self._ring.watch(switch)
        return flow

    def _deeds(self, row: Row, kind: Deed) -> QWidget:
        buttons = []
        for ident, words, icon in kind.buttons:
            last = ident == kind.buttons[-1][0]
            style = Kind.DANGER if kind.danger and last else Kind.SECONDARY
            button = Button(self._look, words, style, icon=icon, weight=Weight.REGULAR)
            button.setAccessibleDescription(row.title)
            button.clicked.connect(lambda *_, ident=ident: self.asked.emit(ident))
            buttons.append(button)
        flow = FlowRow(self._look, gap=10)
        flow.set_items(buttons)
        flow.setFocusProxy(buttons[0])
        return flow

    def _head(self, row: Row, kind: Head) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self._look.u(20), 0, self._look.u(2))
        colour = "clay_ink" if kind.danger else "ink"
        column.addWidget(Text(self._look, CARD, row.title, colour=colour, wrap=True))
        return box

    def _told(self, row: Row, kind: Told) -> QWidget:
        look = self._look
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, look.u(6), 0, look.u(10))
        if kind.icon:
            text = Text(look, BODY, colour="primary_ink", wrap=True)
            text.set_words(row.detail, strong=row.title)
            column.addWidget(Note(look, kind.icon, text, fill="primary_soft", ink="primary_ink"))
            return box
        column.addWidget(Text(look, BODY_STRONG, row.title, wrap=True))
        column.addWidget(Text(look, BODY, row.detail, colour="ink2", wrap=True))
        return box

    def _tell(self, key: str, value: Value) -> None:
        self.changed.emit(key, value)
