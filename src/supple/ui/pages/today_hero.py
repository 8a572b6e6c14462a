"""Owns the hero of Today: the next session on its piece of ground."""

from gettext import NullTranslations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from supple.ui.pages.today_view import Hero
from supple.ui.pages.today_words import hero_words
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, BODY_MEDIUM, BODY_STRONG, HERO, HERO_SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.faces import give_face, group
from supple.ui.widgets.mirror import mirrored
from supple.ui.widgets.scene import FigureSlot, SceneBackdrop
from supple.ui.widgets.text import Text

_ROOMY_FROM = 880
_SUNNY_FROM = 290
_TIGHT_BELOW = 210
_BESIDE_FROM = 520
_FIGURE_TALL = 136
_SHARE = 0.5
_BUTTONS = 0.52


class HeroCard(SceneBackdrop):
    """Words and one main button on the left, a figure on the land at the right.

    On a narrow page the figure stands between words and button. Emits `main` and `quiet`.
    """

    main = Signal()
    quiet = Signal()

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, radius=20, parent=parent)
        self._translations = translations
        self.figure = FigureSlot(self)
        self.line = Text(look, BODY_STRONG, colour="apricot_ink", wrap=True)
        self.title = Text(look, HERO, wrap=True)
        self._facts = QWidget()
        self._facts_row = QHBoxLayout(self._facts)
        self._facts_row.setContentsMargins(0, 0, 0, 0)
        self._facts_line = Text(look, BODY_MEDIUM, wrap=True)
        self._has_facts = False
        self._why = Text(look, BODY, colour="ink2", wrap=True)
        self.main_button = Button(look, "", Kind.PRIMARY, Size.LARGE, icon="play")
        self.quiet_button = Button(look, "", Kind.QUIET, Size.LARGE)
        self.main_button.clicked.connect(self.main)
        self.quiet_button.clicked.connect(self.quiet)
        self._words = QVBoxLayout()
        for widget in (self.line, self.title, self._facts, self._facts_line, self._why):
            self._words.addWidget(widget)
        # With a side to stand at, its own width does not count for the lines above and below it.
        self._words.setAlignment(self.title, Qt.AlignmentFlag.AlignLeading)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addWidget(self.main_button)
        self._buttons.addWidget(self.quiet_button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._words)
        self._column.addStretch(1)
        self._column.addLayout(self._buttons)
        self.setAccessibleName(translations.gettext("Next session"))
        look.changed.connect(self._arrange)

    def show_hero(self, hero: Hero) -> None:
        """Show this state."""
        words = hero_words(hero, self._translations)
        self.line.set_words(words.line)
        self.title.set_words(words.title)
        self.main_button.setText(words.main)
        self.main_button.set_kind(Kind.PRIMARY if words.primary else Kind.SECONDARY)
        self.quiet_button.setText(words.quiet)
        self.quiet_button.setVisible(bool(words.quiet))
        self._show_facts(words.facts)
        self._why.set_words(hero.why)
        self._why.setVisible(bool(hero.why))
        self.main_button.updateGeometry()
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that any page has; the height follows from the words."""
        buttons = [each for each in (self.main_button, self.quiet_button) if each.text()]
        words = max((each.minimumSizeHint().width() for each in buttons), default=0)
        width = max(self._look.u(180), words + self._look.u(2 * 12))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Change between beside and below."""
        super().resizeEvent(event)
        self._arrange()

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while (item := self._facts_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words in facts:
            self._facts_row.addWidget(IconLabel(self._look, icon, size=19))
            self._facts_row.addWidget(Text(self._look, BODY_MEDIUM, words))
            self._facts_row.addSpacing(self._look.u(10))
        self._facts_row.addStretch(1)
        self._facts_line.set_words(", ".join(words for _, words in facts))
        self._has_facts = bool(facts)

    def _arrange(self) -> None:
        u = self._look.u
        width = self.width() / self._look.scale
        beside, roomy = width >= _BESIDE_FROM, width >= _ROOMY_FROM
        pad = u(32 if roomy else 26 if beside else 20 if width >= _TIGHT_BELOW else 12)
        self._column.setContentsMargins(pad, pad - u(4), pad, pad if beside else u(14))
        self._column.setSpacing(u(22 if roomy else 12))
        self._words.setSpacing(u(10 if roomy else 6))
        self._buttons.setSpacing(u(18 if roomy else 4))
        left = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag(0)
        for button in (self.main_button, self.quiet_button):
            self._buttons.setAlignment(button, left)
        self.title.set_style(HERO if roomy else HERO_SMALL)
        self._facts_row.setSpacing(u(8))
        self._facts.setVisible(self._has_facts and roomy)
        self._facts_line.setVisible(self._has_facts and not roomy)
        direction, row = QBoxLayout.Direction, roomy or (beside and self._buttons_fit(pad))
        self._buttons.setDirection(direction.LeftToRight if row else direction.TopToBottom)
        sunny = width >= _SUNNY_FROM
        share = _SHARE if beside else 0.74 if sunny else 1.0
        between = 3 * self._column.spacing() if beside else u(_FIGURE_TALL)
        least = u(288 if roomy else 230) if beside else 0
        if not roomy:
            least = max(least, self._stacked_height(share, between))
        self.setMinimumHeight(least)
        self.rising = beside
        radius = 57 if roomy else 46 if beside else 36 if sunny else 0
        self.sun = (*((0.87, 0.34) if beside else (0.84, 0.21)), radius)
        self._place_figure(share, beside=beside)
        self.update()

    def _buttons_fit(self, pad: int) -> bool:
        """Whether both buttons stand side by side before the figure."""
        both = self.main_button.sizeHint().width() + self.quiet_button.sizeHint().width()
        return pad + both <= _BUTTONS * self.width()

    def _below(self) -> int:
        """How tall the buttons are, with their words in as many lines."""
        margins = self._column.contentsMargins()
        room = max(1, self.width() - margins.left() - margins.right())
        tall = self.main_button.heightForWidth(room)
        stacked = self._buttons.direction() is QBoxLayout.Direction.TopToBottom
        if stacked and self.quiet_button.isVisibleTo(self):
            tall += self.quiet_button.heightForWidth(room) + self._buttons.spacing()
        return tall + self._look.u(8)

    def _stacked_height(self, share: float, between: int) -> int:
        """Return what words and buttons take above each other, with so much between them.

        The words have this `share` of the width.
        """
        margins = self._column.contentsMargins()
        room = round(share * self.width()) - margins.left()
        words = self._words.heightForWidth(max(1, room - (margins.right() if share == 1.0 else 0)))
        around = margins.top() + margins.bottom()
        return max(0, words) + between + self._below() + around

    def _place_figure(self, share: float, *, beside: bool) -> None:
        """Stand the figure on the land, behind the words; a long title breaks before it."""
        width, height = self.width(), self.height()
        margins = self._column.contentsMargins()
        room = round(share * width) - margins.left() - (margins.right() if share == 1.0 else 0)
        self.title.setFixedWidth(self.title.balanced_width(room))
        self.line.setMaximumWidth(room if beside else width)
        self._facts_line.setMaximumWidth(room)
        self._why.setMaximumWidth(room)
        if beside:
            left, top, bottom = 0.47, 0.08, 0.93
            self.edge, self.crest = 0.81, 0.69
        else:
            left = 0.2
            bottom = 1 - (self._column.contentsMargins().bottom() + self._below()) / height
            top = bottom - self._look.u(_FIGURE_TALL) / height
            self.edge, self.crest = bottom - 0.06, bottom - 0.14
        place = QRectF(left * width, top * height, (0.97 - left) * width, (bottom - top) * height)
        self.figure.setGeometry(mirrored(self, place).toRect())
        self.figure.lower()


give_face(HeroCard, group)
