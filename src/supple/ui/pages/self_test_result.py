"""Owns the page of a reach check that tells what the number means."""

from gettext import NullTranslations

import msgspec
from PySide6.QtWidgets import QWidget

from supple.ui.pages.first_run import StepPage
from supple.ui.theme.look import Look
from supple.ui.theme.type_scale import BODY, CARD, HERO, SECTION, SMALL
from supple.ui.widgets.card import Card
from supple.ui.widgets.charts.chart import Chart
from supple.ui.widgets.charts.reach import Reach
from supple.ui.widgets.text import Text


class MeasuredView(msgspec.Struct, frozen=True):
    """What a number means. `verdict` is about last time, `lines` about the number itself."""

    headline: str
    verdict: str
    lines: tuple[str, ...]
    chart_title: str
    chart: Reach | None
    note: str
    next_words: str


class MeasuredPage(StepPage):
    """Shows it. `main` is Done, the other button asks for a reminder."""

    title_style = HERO

    def __init__(
        self, look: Look, translations: NullTranslations, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, translations, parent)
        self.scene.sun = (0.7, 0.39, 62)
        self._verdict = Text(look, SECTION, wrap=True)
        self._lines = Text(look, BODY, wrap=True)
        self._chart_card = Card(look)
        self._chart_title = Text(look, CARD, wrap=True)
        self.chart = Chart(look)
        self._note = Text(look, SMALL, colour="ink2", wrap=True)
        self._chart_card.body.addWidget(self._chart_title)
        self._chart_card.body.addWidget(self.chart)
        self._chart_card.body.addWidget(self._note)
        self._next = Text(look, BODY, colour="ink2", wrap=True)
        for widget in (self._verdict, self._lines, self._chart_card, self._next):
            self.body.addWidget(widget)
            self.body.addSpacing(look.u(6))
        self.body.addStretch(1)
        self._remind_words = translations.gettext("Remind me in 4 weeks")
        self.show_main(translations.gettext("Done"))
        self.show_back(shown=False)

    def arrange(self) -> None:
        """Let the number stand on the sky where there is one."""
        super().arrange()
        if self.split():
            self.on_sky.addWidget(self.title)
        else:
            self.heading.insertWidget(0, self.title, 1)

    def show_view(self, view: MeasuredView) -> None:
        """Paint `view`."""
        self.title.set_words(view.headline)
        self._verdict.set_words(view.verdict)
        self._verdict.setVisible(bool(view.verdict))
        self._lines.set_parts(tuple(("", line) for line in view.lines))
        self._chart_title.set_words(view.chart_title)
        self._chart_card.setVisible(view.chart is not None)
        if view.chart is not None:
            self.chart.show_picture(view.chart)
        self._note.set_words(view.note)
        self._next.set_words(view.next_words)
        self.show_other(self._remind_words)

    def promise(self, words: str) -> None:
        """Tell of the reminder that was asked for."""
        self._next.set_words(words)
        self.show_other("")
        self.main_button.setFocus()
