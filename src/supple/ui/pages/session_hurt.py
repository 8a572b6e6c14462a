"""Owns the stop: what did you feel, and what follows. Nothing here runs on a clock of its own."""

from collections.abc import Iterable
from gettext import NullTranslations
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from supple.core.session.events import Hurt
from supple.core.session.view import Phase
from supple.ui.pages.session_hurt_words import Follow, Way, answers, follow
from supple.ui.pages.session_keys import digit_of
from supple.ui.pages.session_layout import Box, put, unit_for
from supple.ui.pages.session_words import ExerciseWords
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import TypeStyle
from supple.ui.widgets.advice import Advice
from supple.ui.widgets.caption import Caption
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.fit_text import FitText
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.mirror import mirrored
from supple.ui.widgets.plate_button import PlateButton, PlateForm, PlateKind
from supple.ui.widgets.remote import by_remote
from supple.ui.widgets.scene import FigureSlot, land_path
from supple.ui.widgets.tab_order import tab_through

GUARD_MS: Final = 1500
_RATHER_NOT: Final = 8
_NARROW: Final = 720
_TITLE: Final = TypeStyle(48, 58, 600, lexend=True)
_LEAD: Final = TypeStyle(23, 32)
_QUESTION: Final = TypeStyle(26, 34, 600, lexend=True)
_ROW: Final = PlateForm(word_px=21, key_px=15, icon=32, gap=20, radius=16, row=True)
_FOOT: Final = PlateForm(icon=28, gap=16)
_FOOT_ICON: Final = PlateForm(icon=26, words=False)
_SIZES: Final = tuple(1.0 - 0.04 * step for step in range(11))
_FOOT_SMALL: Final = PlateForm(icon=24, gap=12, key=False, word_px=16)


class HurtView(QWidget):
    """Step 1 asks, step 2 follows from the answer. For 1.5 s after the press nothing answers.

    `answered` carries each answer as it is given, None when it is taken back; `way_chosen` what
    follows from it.
    """

    answered = Signal(object)
    way_chosen = Signal(object)
    note_wanted = Signal()
    red_flag = Signal()
    told = Signal(str)

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._translations = translations
        self._tr = translations.gettext
        self._exercise = ExerciseWords("")
        self._answer: Hurt | None = None
        self._follow: Follow | None = None
        self._since_press = QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = FitText(look, _TITLE, parent=self)
        self._lead = FitText(look, _LEAD, one_line=False, parent=self)
        self._question = FitText(look, _QUESTION, parent=self)
        self._caption = Caption(look, self)
        self.figure = FigureSlot(self)
        self.focus_ring = FocusRing(look, self)
        self._answers = [self._answer_button(i, *row) for i, row in enumerate(self._rows(), 1)]
        self._ways: list[PlateButton] = []
        self._panels: list[Advice] = []
        self._foot = [self._foot_button(*row) for row in self._foot_rows()]
        look.changed.connect(self.relayout)

    def show_speaker(self, *, on: bool) -> None:
        """Show whether the caption is heard, too."""
        self._caption.set_voice(on)

    def open(self, exercise: ExerciseWords, *, in_work: bool) -> None:
        """Ask what was felt. `in_work` says whether there is a stretch to come out of."""
        self._exercise = exercise if in_work else ExerciseWords(exercise.name)
        self._answer = None
        self._since_press.start()
        self._ask()

    def guarded(self) -> bool:
        """Whether the press is so fresh that a key may only be its echo."""
        return self._since_press.isValid() and not self._since_press.hasExpired(GUARD_MS)

    def relayout(self) -> None:
        """Take the present theme, text size and window size."""
        unit = max(0.1, unit_for(self.width(), self.height(), self._look.scale))
        ground = self._look.ground(Phase.HURT)
        self._title.dress(_TITLE, unit, ground.digits)
        self._lead.dress(_LEAD, unit, ground.text)
        self._question.dress(_QUESTION, unit, ground.digits)
        self._caption.dress(ground, unit, TypeStyle(20, 28, 500), icon=True)
        self.focus_ring.set_colour(ground.digits)
        for button in (*self._answers, *self._ways):
            button.dress(ground, unit, _ROW)
        small = self.width() / unit < _NARROW
        for button in self._foot:
            button.dress(ground, unit, _FOOT_SMALL if small else _FOOT)
        for panel in self._panels:
            panel.dress(ground, unit)
        if self._follow is None:
            self._place_question(unit)
        else:
            self._place_follow(self._follow, unit)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Digits choose, Enter finishes, N notes, Backspace takes the answer back."""
        if self.guarded():
            return
        if by_remote(event, self._answers if self._follow is None else self._ways):
            return
        digit = digit_of(event)
        buttons = self._answers if self._follow is None else self._ways
        if digit is not None and 1 <= digit <= len(buttons):
            buttons[digit - 1].clicked.emit()
        elif self._follow is not None and event.key() == Qt.Key.Key_Backspace:
            self._ask()
        elif self._follow is not None and self._follow.panels:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._finish()
            elif event.key() == Qt.Key.Key_N:
                self.note_wanted.emit()
            elif event.key() == Qt.Key.Key_A and self._follow.asks_red_flags:
                self._flag()

    def resizeEvent(self, _event: object) -> None:  # noqa: N802
        """Place everything for the new size."""
        self.relayout()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint sky, land and the hand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, height = self._look.ground(Phase.HURT), self.height()
        painter.fillRect(self.rect(), QColor(ground.sky))
        land = land_path(QRectF(self.rect()), 0.73 * height, 0.66 * height)
        painter.fillPath(land, QColor(ground.land))
        if self._follow is None:
            side = self._title.height() * 0.9
            lead = mirrored(self, QRectF(self._lead.geometry()))
            box = mirrored(self, QRectF(lead.x(), self._title.y() + 2, side, side))
            self._look.icons.paint(painter, box, "hand-palm", Weight.FILL, ground.arc)

    def _rows(self) -> list[tuple[Hurt, str]]:
        return [*answers(self._translations), (Hurt.OTHER, self._tr("I'd rather not say"))]

    def _foot_rows(self) -> list[tuple[str, str, str, Weight, PlateKind]]:
        tr, land = self._tr, PlateKind.LAND
        return [
            (tr("Finish and save"), tr("Enter"), "check", Weight.BOLD, PlateKind.DARK),
            (tr("Add a note"), "N", "note-pencil", Weight.FILL, land),
            (tr("Wrong answer"), tr("Backspace"), "arrow-left", Weight.BOLD, land),
            (tr("One of these fits"), "A", "first-aid", Weight.FILL, land),
        ]

    def _answer_button(self, number: int, answer: Hurt, words: str) -> PlateButton:
        button = PlateButton(self._look, kind=PlateKind.SKY, form=_ROW, parent=self)
        button.show_words(words, badge=str(number), name=f"{number}, {words}")
        button.clicked.connect(lambda *_: self._take(answer))
        self.focus_ring.watch(button)
        return button

    def _foot_button(
        self, word: str, key: str, icon: str, weight: Weight, kind: PlateKind
    ) -> PlateButton:
        button = PlateButton(self._look, kind=kind, form=_FOOT, parent=self)
        button.show_words(word, key=key, icon=icon, weight=weight)
        acts = {
            "check": self._finish,
            "note-pencil": self.note_wanted.emit,
            "first-aid": self._flag,
        }
        act = acts.get(icon, self._ask)
        button.clicked.connect(lambda *_: act())
        self.focus_ring.watch(button)
        return button

    def _ask(self) -> None:
        if self._answer is not None:
            self.answered.emit(None)
        self._answer = self._follow = None
        tr = self._tr
        self._title.show_words(tr("Let go slowly. Come out of the stretch."))
        if not self._exercise.way_out:
            self._title.show_words(tr("Stopped. No hurry."))
        self._lead.show_words(self._exercise.way_out)
        self._question.show_words(tr("What did you feel?"))
        self._caption.show_words(tr("The clock is stopped. Answer when you're ready."))
        self._clear_second_step()
        self.relayout()
        self._name((self._title, self._lead, self._question))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, texts: Iterable[FitText]) -> None:
        """Say to a screen reader what is asked or told here."""
        words = " ".join(text.text() for text in texts if text.text())
        self.setAccessibleName(words)
        self.told.emit(words)

    def _take(self, answer: Hurt) -> None:
        if not self.guarded():
            self.take(answer)

    def take(self, answer: Hurt) -> None:
        """Take what was felt, and show what follows from it."""
        self._answer = answer
        self._follow = follow(answer, self._exercise, self._translations)
        self._title.show_words(self._follow.title)
        self._lead.show_words(self._follow.words)
        self._name((self._title, self._lead))
        self._clear_second_step()
        for number, choice in enumerate(self._follow.choices, 1):
            kind = PlateKind.GREEN if choice.way is Way.SOFTER else PlateKind.SKY
            button = PlateButton(self._look, kind=kind, form=_ROW, parent=self)
            icon = (choice.icon, Weight.FILL if kind is PlateKind.GREEN else Weight.REGULAR)
            button.show_words(
                choice.word, detail=choice.detail, icon=icon[0], weight=icon[1], badge=str(number)
            )
            button.clicked.connect(lambda *_, way=choice.way: self.way_chosen.emit(way))
            self.focus_ring.watch(button)
            self._ways.append(button)
        for panel in self._follow.panels:
            self._panels.append(
                Advice(self._look, panel.parts, panel.foot, urgent=panel.urgent, parent=self)
            )
        self.relayout()
        tab_through(*self._ways, *self._panels, *self._foot)
        first = self._foot[0] if self._panels else self
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(answer)

    def _finish(self) -> None:
        if self._answer is not None and self._panels:
            self.way_chosen.emit(Way.STOP)

    def _flag(self) -> None:
        self.red_flag.emit()
        self._finish()

    def _clear_second_step(self) -> None:
        for widget in (*self._ways, *self._panels):
            widget.hide()
            widget.deleteLater()
        self._ways.clear()
        self._panels.clear()

    def _place_question(self, unit: float) -> None:
        width, height = self.width() / unit, self.height() / unit
        narrow = width < _NARROW
        margin = 20.0 if narrow else 72.0
        inner = width - 2 * margin
        short = height < 700  # noqa: PLR2004 - below this the rows need the room
        top = 16.0 if short else 50.0
        hand = 62.0 if narrow else 74.0
        title = Box(margin + hand, top, inner - hand, 48 if narrow and short else 62)
        lead = Box(margin, title.bottom + 2, inner, 44 if narrow else 32 if short else 46)
        if not self._exercise.way_out:
            lead = Box(margin, title.bottom, inner, 0)
        question = Box(margin, lead.bottom + (2 if short else 18), inner, 30 if short else 34)
        foot = Box(margin, height - (44 if short else 86), inner, 36)
        first = question.bottom + (6 if short else 12)
        columns = 1 if narrow else 2
        rows = -(-len(self._answers) // columns)
        gap = 6.0 if short else 14.0
        tall = min(88.0, (foot.y - 6 - first - gap * (rows - 1)) / rows)
        each = (inner - gap * (columns - 1)) / columns
        for box, widget in ((title, self._title), (lead, self._lead), (question, self._question)):
            put(widget, box.scaled(unit))
        put(self._caption, foot.scaled(unit))
        form = _ROW if tall >= 60 else PlateForm(word_px=16, gap=14, pad=12, radius=12, row=True)  # noqa: PLR2004
        for index, button in enumerate(self._answers):
            column, row = index % columns, index // columns
            box = Box(margin + column * (each + gap), first + row * (tall + gap), each, tall)
            button.form = form
            put(button, box.scaled(unit))
        for button in self._foot:
            button.hide()
        self.figure.hide()

    def _place_follow(self, shown: Follow, unit: float) -> None:
        width, height = self.width() / unit, self.height() / unit
        narrow = width < _NARROW
        margin = 20.0 if narrow else 72.0
        inner = width - 2 * margin
        short = height < 700  # noqa: PLR2004
        words_width = inner if shown.panels or narrow or short else 0.58 * inner
        title = Box(margin, 12 if short else 56, words_width, 40 if short else 56)
        lead = Box(margin, title.bottom + 2, words_width, 46 if short else 72)
        put(self._title, title.scaled(unit))
        put(self._lead, lead.scaled(unit))
        for widget in (self._question, self._caption, *self._answers):
            widget.hide()
        first = lead.bottom + (8 if short else 22)
        if shown.choices:
            self._place_ways(Box(margin, first, inner, height - first - 20), unit, narrow=narrow)
        else:
            self._place_panels(Box(margin, first, inner, height - first), unit, narrow=narrow)
        beside = bool(shown.choices) and not narrow and not short
        left = title.right + 20
        self.figure.setVisible(beside)
        if beside:
            place = Box(
                left, title.y, width - margin - left, self._ways[0].y() / unit - title.y - 14
            )
            put(self.figure, place.scaled(unit))

    def _place_ways(self, place: Box, unit: float, *, narrow: bool) -> None:
        """Place the ways on, and below them the way back to the question."""
        back = 44.0 if narrow else 60.0
        gap = 8.0 if narrow else 14.0
        count = len(self._ways)
        beside = 0.0 if narrow else 60.0
        top = place.y + beside
        tall = min(82.0, (place.bottom - top - back - gap * count) / count)
        for index, button in enumerate(self._ways):
            box = Box(place.x, top + index * (tall + gap), place.w, tall)
            put(button, box.scaled(unit))
        for button in self._foot:
            button.hide()
        wrong = self._foot[2]
        wide = min(max(260.0, wrong.minimum_width() / unit), place.w)
        put(wrong, Box(place.right - wide, place.bottom - back, wide, back).scaled(unit))

    def _place_panels(self, place: Box, unit: float, *, narrow: bool) -> None:
        tall, foot, gap = (56.0, 12.0, 8.0) if narrow else (92.0, 34.0, 14.0)
        asks = self._follow is not None and self._follow.asks_red_flags
        foot_row = self._foot if asks else self._foot[:3]
        self._foot[3].hide()
        bottom = Box(place.x, place.bottom - tall - foot, place.w, tall)
        self._place_foot(foot_row, bottom, gap, unit, narrow=narrow)
        if not narrow and not all(button.words_fit() for button in foot_row):
            self._place_foot(foot_row, bottom, gap, unit, narrow=True)
        room = Box(place.x, place.y, place.w, place.h - tall - foot - (8 if narrow else 34))
        self._share_out(room, unit, below_each_other=narrow)

    def _place_foot(
        self, row: list[PlateButton], place: Box, gap: float, unit: float, *, narrow: bool
    ) -> None:
        """Place the buttons below the panels; where it is narrow only the first has words."""
        more, left = len(row) - 1, place.x
        each = (place.w - more * gap) / (more + 1.4)
        for index, button in enumerate(row):
            wide = each * (1.4 if index == 0 else 1.0)
            if narrow:
                button.form = _FOOT_SMALL if index == 0 else _FOOT_ICON
                wide = (place.w - more * (gap + place.h)) if index == 0 else place.h
            put(button, Box(left, place.y, wide, place.h).scaled(unit))
            left += wide + gap

    def _share_out(self, room: Box, unit: float, *, below_each_other: bool) -> None:
        """Give each panel the height its words need, as far as there is room."""
        panels = self._panels
        if below_each_other:
            free = room.h - 8 * (len(panels) - 1)
            needed = self._needed(room.w, free, unit)
            top, spare = room.y, (free - sum(needed)) / max(1, len(panels))
            for panel, need in zip(panels, needed, strict=True):
                tall = need + spare
                put(panel, Box(room.x, top, room.w, tall).scaled(unit))
                top += tall + 8
            return
        wide = (room.w - 18 * (len(panels) - 1)) / len(panels)
        tall = max(panel.height_needed(wide * unit, 1.0) / unit for panel in panels)
        for index, panel in enumerate(panels):
            box = Box(room.x + index * (wide + 18), room.y, wide, min(tall + 10, room.h))
            put(panel, box.scaled(unit))

    def _needed(self, width: float, free: float, unit: float) -> list[float]:
        """How tall each panel is with words of one size, as large as all of them have room."""
        for size in _SIZES:
            needed = [panel.height_needed(width * unit, size) / unit for panel in self._panels]
            if sum(needed) <= free:
                return needed
        return [free / len(self._panels)] * len(self._panels)


give_face(HurtView, group)
