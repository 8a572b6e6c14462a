"""Owns the frame of the pages before the first session, and the first of them: the welcome."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, DISPLAY, LEAD, SMALL, TITLE, TITLE_SMALL
from supple.ui.widgets.button import Button, Kind, Size
from supple.ui.widgets.card import IconLabel
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.logo import Logo
from supple.ui.widgets.narration import announce
from supple.ui.widgets.page_dots import PageDots
from supple.ui.widgets.split import SplitPage
from supple.ui.widgets.switch import TickRow
from supple.ui.widgets.tab_order import tab_through
from supple.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft


class StepPage(SplitPage):
    """A page with a heading, whatever is put into `body`, and its buttons in a row below.

    Enter presses the main button, Esc and Alt left go back.
    """

    main = Signal()
    back = Signal()
    title_style = TITLE

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self.translations = translations
        self._goes_back = True
        self.dots = PageDots(look, translations)
        self.title = Text(look, self.title_style, wrap=True)
        self.lead = Text(look, BODY, colour="ink2", wrap=True)
        self.heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.heading.setSpacing(look.u(14))
        self.heading.addWidget(self.title, 1)
        self.ring = FocusRing(look, self)
        self.main_button = Button(look, "", Kind.PRIMARY, Size.LARGE)
        self.main_button.clicked.connect(self.main)
        self.other_button = Button(look, "", Kind.SECONDARY, Size.LARGE)
        self.back_button = Button(look, translations.gettext("Back"), Kind.QUIET, Size.LARGE)
        self.back_button.clicked.connect(self.back)
        self.way_back = Button(look, "", Kind.PLAIN, Size.SMALL, icon="arrow-left")
        self.way_back.clicked.connect(self.back)
        self.way_back.hide()
        self.body.addWidget(self.way_back, 0, _LEFT)
        self.body.addWidget(self.dots, 0, _LEFT)
        self._below_dots = QWidget()
        self._below_dots.setFixedHeight(look.u(6))
        self.body.addWidget(self._below_dots)
        self.body.addLayout(self.heading)
        self.body.addWidget(self.lead)
        self.body.addSpacing(look.u(14))
        self.foot.addWidget(self.main_button)
        self.foot.addWidget(self.other_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back_button)
        self.ring.watch(self.way_back, self.main_button, self.other_button, self.back_button)
        self.show_step(0, 0)
        self.show_other("")

    def arrange(self) -> None:
        """On a narrow page the heading is smaller, and stands below its icon."""
        super().arrange()
        narrow = self.is_narrow()
        self.title.set_style(TITLE_SMALL if narrow else self.title_style)
        direction = QBoxLayout.Direction
        self.heading.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def show_step(self, number: int, of: int) -> None:
        """Tell which page of how many this is; nothing for 0."""
        self.dots.setVisible(number > 0)
        self._below_dots.setVisible(number > 0)
        self.dots.show_page(max(1, number), of)

    def show_other(self, words: str) -> None:
        """Offer a second way; none for no words."""
        self.other_button.setText(words)
        self.other_button.setVisible(bool(words))
        self.other_button.updateGeometry()

    def show_back(self, *, shown: bool) -> None:
        """Let the page before be reached, or not."""
        self._goes_back = shown
        self.back_button.setVisible(shown)

    def lead_back(self, words: str) -> None:
        """Let a link at the top lead back, named for where it leads, instead of a button below."""
        self.way_back.setText(words)
        self.way_back.updateGeometry()
        self.way_back.show()
        self.back_button.hide()

    def show_main(self, words: str) -> None:
        """Name the main button."""
        self.main_button.setText(words)
        self.main_button.updateGeometry()

    def add_icon(self, name: str, colour: str, weight: Weight = Weight.REGULAR) -> IconLabel:
        """Put an icon before the heading."""
        icon = IconLabel(self._look, name, weight=weight, colour=colour, size=34)
        self.heading.insertWidget(0, icon, 0, _TOP)
        return icon

    @property
    def key_deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the keys of a page do here."""
        return {"back": self.back.emit} if self._goes_back else {}

    def focus_first(self) -> None:
        """Put the focus where the page begins."""
        self.main_button.setFocus(Qt.FocusReason.TabFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let Tab go through the page as it is read."""
        super().showEvent(event)
        self.order_focus()
        announce(self, f"{self.title.words()}. {self.lead.words()}")

    def order_focus(self) -> None:
        """Let Tab go through the questions, then to the buttons; after there are others, too."""
        tab_through(self.questions, self.foot_widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on, Esc goes back."""
        if event.key() in _ENTER:
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.main_button).click()
        elif event.key() == Qt.Key.Key_Escape and self._goes_back:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class WelcomePage(StepPage):
    """What Supple is, what it is not, and the tick without which there are no sessions.

    `main` means that the tick was given; `look_around` leaves without it.
    """

    look_around = Signal()
    title_style = DISPLAY

    def __init__(
        self,
        look: Look,
        translations: NullTranslations,
        disclaimer: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, translations, parent)
        tr = translations.gettext
        self.title.set_words(tr("Loosen up, gently"))
        self.lead.set_style(LEAD)
        self.lead.set_words(
            tr(
                "Supple talks you through short stretches for the lower back and hamstrings. "
                "You lie down; it keeps the time."
            )
        )
        self.body.insertWidget(2, Logo(look, size=62), 0, _LEFT)
        self.body.insertSpacing(2, look.u(12))
        for icon, words in (
            ("speaker-high", tr("A voice and big numbers you can follow from the floor")),
            ("desk", tr("Two-minute breaks at your desk, when you want them")),
            ("shield-check", tr("No account, no internet. Your history stays on this computer")),
        ):
            row = QHBoxLayout()
            row.setSpacing(look.u(14))
            row.addWidget(IconLabel(look, icon, colour="primary", size=24), 0, _TOP)
            row.addWidget(Text(look, BODY, words, wrap=True), 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        self.body.addWidget(Text(look, SMALL, disclaimer, colour="ink2", wrap=True))
        words = tr("I have read this and I will stop if something hurts.")
        self.consent = TickRow(look, words, lit=True)
        self.consent.toggled.connect(self._take)
        self.body.addWidget(self.consent)
        self.ring.watch(self.consent)
        self.other_button.clicked.connect(self.look_around)
        self.show_back(shown=False)
        self.show_view(consented=False)

    def show_view(self, *, consented: bool, whole: bool = True) -> None:
        """Paint it. `whole`: it begins the whole set-up, else only the questions follow."""
        tr = self.translations.gettext
        self.show_main(tr("Set it up, 2 minutes") if whole else tr("Go on"))
        self.show_other(tr("Just look around"))
        self.consent.setChecked(consented)
        self._take(consented)

    def focus_first(self) -> None:
        """Put the focus on what is missing."""
        first = self.main_button if self.consent.isChecked() else self.consent
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, given: bool) -> None:
        self.main_button.setEnabled(given)
        why = self.translations.gettext("Please read and tick the line above first.")
        self.main_button.setToolTip("" if given else why)
        self.main_button.setAccessibleDescription("" if given else why)
