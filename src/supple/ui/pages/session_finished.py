"""Owns the page after a session: what was done, how the back is now, a note."""

from functools import cached_property, partial
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from supple.core.plan.hurts import answers
from supple.core.plan.pain import After, after
from supple.core.session.events import Hurt, SessionOutcome
from supple.ui.pages.session_finished_room import FinishedRoom, feelings
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, DISPLAY, LEAD, SECTION, SMALL, TypeStyle
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel, Note
from supple.ui.widgets.choice_row import ChoiceRow
from supple.ui.widgets.facts import Facts
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.leg_question import LegQuestion
from supple.ui.widgets.menu_button import MenuButton
from supple.ui.widgets.narration import announce
from supple.ui.widgets.notice import NoticeStack
from supple.ui.widgets.number_scale import NumberScale
from supple.ui.widgets.split import SplitPage
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

NOTE_LENGTH: Final = 2000
_QUESTION: Final = TypeStyle(18, 26, 600, lexend=True)


class FinishedView(msgspec.Struct, frozen=True):
    """What was done. `week` is (done, planned), or None outside a plan; `next_words` may be "".

    `details` shows "See details"; `asks_pain`: how the back is now, `leg_before` the leg's number
    from before. `worse_last`: the session before this one had already ended with more pain.
    `asks_felt`: something hurt and was not named. `swaps`: somebody helped and may want a turn.
    """

    outcome: SessionOutcome
    minutes: int
    holds: int
    week: tuple[int, int] | None = None
    pain_before: int | None = None
    next_words: str = ""
    note: str = ""
    details: bool = False
    asks_pain: bool = True
    asks_note: bool = True
    leg_before: int | None = None
    worse_last: bool = False
    asks_felt: bool = False
    swaps: bool = False
    is_saved: bool = True

    @property
    def fits_room(self) -> bool:
        """Whether nothing has to be read, asked or done that a few large words leave out."""
        return self.is_saved and not (self.asks_felt or self.swaps)


class FinishedPage(SplitPage):
    """Everything is saved when it opens, or it says so; answers are told as they are given.

    Across the room it is a few large words, until `small_wanted` asks for its usual form.

    `feel_chosen` carries too-easy, right or too-strong; `note_changed` the whole note; `felt` what
    it was that hurt, one of `Hurt`.
    """

    pain_chosen = Signal(object)
    leg_chosen = Signal(object)
    felt = Signal(str)
    swap_requested = Signal()
    feel_chosen = Signal(str)
    note_changed = Signal(str)
    easier_requested = Signal()
    done = Signal()
    small_wanted = Signal()
    details_requested = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        tr = translations.gettext
        self._tr = tr
        self._ntr = translations.ngettext
        self._translations = translations
        self._view: FinishedView | None = None
        self._in_room = False
        self.scene.sun = (0.5, 0.64, 130)
        self.notices = NoticeStack(look, tr("Close"))
        self.notices.told.connect(partial(announce, self.notices))
        self.notices.left.connect(self.focus_first)
        self._title = Text(look, DISPLAY, wrap=True)
        self._words = Text(look, LEAD, colour="ink2", wrap=True)
        self._facts = Facts(look)
        question, feel = tr("How is your back now?"), tr("How did the stretch feel?")
        self._question = Text(look, SECTION, question, wrap=True)
        self.scale = NumberScale(look, question, translations)
        self.leg = LegQuestion(look, translations)
        self._felt_title = Text(look, _QUESTION, tr("What did you feel?"), wrap=True)
        named = [(answer.value, words) for answer, words in answers(translations)]
        self.felt_menu = MenuButton(look, tr("What did you feel?"), named)
        self.swap_button = Button(look, tr("Swap places"), Kind.SECONDARY)
        self._advice_words = Text(look, TypeStyle(14, 20), colour="apricot_ink", wrap=True)
        self._advice = Note(look, "hand-heart", self._advice_words)
        self._easier = Button(look, tr("Make it easier"), Kind.SECONDARY, Size.SMALL)
        self._advice.column.addWidget(self._easier, 0, Qt.AlignmentFlag.AlignLeft)
        self._feel_title = Text(look, _QUESTION, feel, wrap=True)
        self.feel = ChoiceRow(look, feel, feelings(translations))
        hint = tr(
            "Two \N{LEFT DOUBLE QUOTATION MARK}too strong\N{RIGHT DOUBLE QUOTATION MARK} "
            "in a row and the plan steps back a little by itself."
        )
        self._feel_hint = Text(look, SMALL, hint, colour="ink2", wrap=True)
        self._note_title = Text(look, _QUESTION, tr("A note to yourself"), wrap=True)
        self.note = NoteField(tr("A note to yourself"))
        self._done = Button(look, tr("Done"), Kind.PRIMARY, Size.LARGE)
        self._details = Button(look, tr("See details"), Kind.QUIET, Size.LARGE)
        self._next = Text(look, BODY, colour="ink2")
        self._calendar = IconLabel(look, "calendar-blank", colour="ink2", size=20)
        self._build(look)
        self._connect(look)

    def show_view(self, view: FinishedView) -> None:
        """Paint `view`, with nothing answered yet."""
        self.set_room(on=False)
        self._view = view
        title, words = self._heading(view)
        self._title.set_words(title)
        self._words.set_words(words)
        self._facts.show_facts(self._fact_rows(view))
        self.scale.set_before(view.pain_before)
        self.scale.choose(None)
        self.feel.choose("")
        self.note.blockSignals(True)
        self.note.setPlainText(view.note)
        self.note.blockSignals(False)
        self._note_title.setVisible(view.asks_note)
        self.note.setVisible(view.asks_note)
        for part in (self._question, self._hint, self.scale):
            part.setVisible(view.asks_pain)
        self.leg.fold(view.leg_before, asks=view.asks_pain)
        self.felt_menu.choose(Hurt.OTHER.value)
        self._felt_title.setVisible(view.asks_felt)
        self.felt_menu.setVisible(view.asks_felt)
        self.swap_button.setVisible(view.swaps)
        self._next.set_words(view.next_words)
        self._details.setVisible(view.details)
        self._advice.hide()
        self.arrange()

    @cached_property
    def room(self) -> FinishedRoom:
        """Its form for somebody three metres away; built when it is first wanted."""
        room = FinishedRoom(self._look, self._translations, self)
        room.done.connect(self.done)
        room.small.connect(self.small_wanted)
        self.scale.chosen.connect(room.scale.choose)
        room.scale.chosen.connect(self.scale.choose)
        self.feel.chosen.connect(room.feel.choose)
        room.feel.chosen.connect(self.feel.choose)
        return room

    def set_room(self, *, on: bool) -> None:
        """Change to the form for somebody three metres away, or back."""
        if on is self._in_room:
            return
        self._in_room, view = on, self._view
        if on and view is not None:
            self.room.show_words(*self._heading(view), self._fact_rows(view))
            self.room.ask_pain(view.pain_before, asks=view.asks_pain)
        self.has_scene = not on
        self._scroll.setVisible(not on)
        self.room.setVisible(on)
        self.arrange()
        self.focus_first()

    def say_lighter(self) -> None:
        """Tell that the plan was made lighter."""
        self._advice_words.set_words(self._tr("This week is lighter: shorter, with fewer sets."))
        self._easier.hide()

    def tell(self) -> None:
        """Have a screen reader say how it ended."""
        if self._view is not None:
            facts = (" ".join(fact) for fact in self._fact_rows(self._view))
            title, words = self._heading(self._view)
            announce(self, f"{title}. {words} {', '.join(facts)}.")

    def focus_first(self) -> None:
        """Put the focus on Done, with its ring: Enter leaves."""
        done = self.room.done_button if self._in_room else self._done
        done.setFocus(Qt.FocusReason.TabFocusReason)

    def arrange(self) -> None:
        """Move title and facts above the questions where there is no room for the scene."""
        super().arrange()
        self.foot_widget.setVisible(not self._in_room)
        if self._in_room:
            self.room.setGeometry(self.rect())
            self.room.raise_()
        self.notices.fit(self.height())
        over_scene = self.split()
        head = self.on_sky if over_scene else self._narrow_head
        foot = self.on_land if over_scene else self._narrow_head
        for widget, layout in ((self._title, head), (self._words, head), (self._facts, foot)):
            layout.addWidget(widget)
        told = over_scene and self._view is not None and bool(self._view.next_words)
        self._calendar.setVisible(told)
        self._next.setVisible(told)
        self._narrow_head.setContentsMargins(0, 0, 0, 0 if over_scene else self._look.u(24))
        self._narrow_head.setSpacing(self._look.u(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is Done unless another button has the focus; digits answer the scale.

        Esc leaves the form for across the room.
        """
        digit = event.key() - Qt.Key.Key_0.value
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._done).click()
        elif 0 <= digit <= 9:  # noqa: PLR2004 - the ten digits
            self.scale.type_digit(digit, event.timestamp())
        elif event.key() == Qt.Key.Key_Minus:
            self.scale.choose(None)
        elif event.key() == Qt.Key.Key_Escape and self._in_room:
            self.small_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, look: Look) -> None:
        u = look.u
        self._narrow_head = QVBoxLayout()
        self.body.addWidget(self.notices)
        self.body.addLayout(self._narrow_head)
        hint = Text(look, SMALL, self._tr("Press a number, or skip it."), colour="ink2", wrap=True)
        asked = QVBoxLayout()
        asked.setSpacing(u(4))
        asked.addWidget(self.leg.beside(self._question))
        asked.addWidget(hint)
        self._hint = hint
        self.body.addLayout(asked)
        left = Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(self.swap_button, 0, left)
        self.body.addWidget(self.scale)
        self.body.addWidget(self.leg)
        self.body.addWidget(self._advice)
        self.body.addWidget(self._felt_title)
        self.body.addWidget(self.felt_menu, 0, left)
        self.body.addSpacing(u(18))
        self.body.addWidget(self._feel_title)
        self.body.addWidget(self.feel)
        self.body.addWidget(self._feel_hint)
        self.body.addSpacing(u(18))
        self.body.addWidget(self._note_title)
        self.note.setFixedHeight(u(96))
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.foot.addWidget(self._done)
        self.foot.addWidget(self._details)
        self.foot.addStretch(1)
        self.foot.addWidget(self._calendar)
        self.foot.addWidget(self._next)
        pain = (self.scale, self.leg.unfold, self.leg, self._advice)
        rest = (self.felt_menu, self.feel, self.note)
        tab_through(self.swap_button, *pain, *rest, self._done, self._details)

    def _connect(self, look: Look) -> None:
        self._done.clicked.connect(self.done)
        self._details.clicked.connect(self.details_requested)
        self._easier.clicked.connect(self.easier_requested)
        self.scale.chosen.connect(self._pain)
        self.leg.chosen.connect(self.leg_chosen)
        self.felt_menu.chosen.connect(self.felt)
        self.swap_button.clicked.connect(self.swap_requested)
        self.feel.chosen.connect(self.feel_chosen)
        self.note.textChanged.connect(lambda: self.note_changed.emit(self.note.toPlainText()))
        FocusRing(look, self).watch(self._done, self._details, self._easier, self.note)
        FocusRing(look, self.questions).watch(self.felt_menu, self.swap_button, self.leg.unfold)

    def _pain(self, value: int | None) -> None:
        self.pain_chosen.emit(value)
        words = "" if value is None else self._pain_words(value)
        self._advice_words.set_words(words)
        self._advice.setVisible(bool(words))
        announce(self._advice, words)
        self._easier.show()
        if self._in_room and self._view is not None:
            self.room.say(words or self._heading(self._view)[1])

    def _pain_words(self, value: int) -> str:
        view, tr = self._view, self._tr
        found = after(view.pain_before if view else None, value)
        lines = []
        if found is After.SEE_SOMEONE:
            lines += [
                tr(
                    "That is a lot. Rest in any position that feels fine. See someone soon if it's "
                    "still there in a few days, or getting worse."
                )
            ]
        elif found is After.WORSE:
            lines += [tr("Go easier next time: the next session is a step softer.")]
        if lines and view and view.worse_last:
            lines += [
                tr(
                    "Twice in a row it hurt more afterwards. "
                    "Please talk to a doctor or physiotherapist."
                )
            ]
        return " ".join(lines)

    def _heading(self, view: FinishedView) -> tuple[str, str]:
        tr, is_saved = self._tr, view.is_saved
        match view.outcome:
            case SessionOutcome.COMPLETED:
                saved = tr("Stay lying for a moment if you like. It's all saved.")
                stay = tr("Stay lying for a moment if you like.")
                return tr("Nicely done"), saved if is_saved else stay
            case SessionOutcome.STOPPED:
                return tr("That counts"), tr("It's all saved.") if is_saved else ""
            case SessionOutcome.HURT:
                easy = tr("Stopping was the right choice. Take it easy today.")
                return tr("Saved") if is_saved else tr("Stopped"), easy

    def _fact_rows(self, view: FinishedView) -> list[tuple[str, str]]:
        rows = [
            (str(view.minutes), self._ntr("minute", "minutes", view.minutes)),
            (str(view.holds), self._ntr("hold", "holds", view.holds)),
        ]
        if view.week is not None:
            done, planned = view.week
            of = self._tr("{done} of {n}").format(done=done, n=planned)
            rows.append((of, self._tr("this week")))
        return rows


class NoteField(QPlainTextEdit):
    """Plain text of at most 2,000 signs. Tab leaves it."""

    radius = 10

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._limit)

    def _limit(self) -> None:
        text = self.toPlainText()
        if len(text) > NOTE_LENGTH:
            self.setPlainText(text[:NOTE_LENGTH])
            self.moveCursor(self.textCursor().MoveOperation.End)
