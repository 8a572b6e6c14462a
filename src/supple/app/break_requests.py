"""What another start of the program asks of the desk breaks, answered with a sentence.

Asked on the hand-over's thread: what is wished is carried out by the host at its next look, so the
sentence tells what will be so.
"""

from datetime import timedelta
from functools import partial
from gettext import NullTranslations

from supple.app.breaks import BreakNews, Breaks
from supple.core.breaks.answer import Wait, Why
from supple.core.breaks.words import moment_words
from supple.devices.clock import Clock
from supple.devices.desktop.handover import Reply, Request


class BreakRequests:
    """Answers `supple breaks ...` in the running program."""

    def __init__(self, breaks: Breaks, clock: Clock, words: NullTranslations) -> None:
        self._breaks = breaks
        self._clock = clock
        self._words = words

    def answer(self, request: Request) -> Reply | None:
        """The reply; None for a request that is not about reminders."""
        tr = self._words.gettext
        match request.do:
            case "breaks-status":
                return Reply(text=self._breaks.news.told.sentence)
            case "breaks-pause":
                return self._pause(request.seconds)
            case "breaks-resume":
                self._breaks.wish(self._breaks.resume)
                return Reply(text=tr("Desk breaks are on again."))
            case "breaks-skip":
                self._breaks.wish(self._breaks.skip)
                return Reply(text=self._skipped(self._breaks.news))
        return None

    def _pause(self, seconds: float) -> Reply:
        tr = self._words.gettext
        if not seconds:
            self._breaks.wish(self._breaks.pause_today)
            return Reply(text=tr("Desk breaks are paused until tomorrow."))
        self._breaks.wish(partial(self._breaks.pause_for, seconds))
        now = self._clock.wall()
        until = moment_words(now + timedelta(seconds=seconds), now, self._words)
        return Reply(text=tr("Desk breaks are paused until {time}.").format(time=until))

    def _skipped(self, news: BreakNews) -> str:
        ahead = isinstance(news.answer, Wait) and news.answer.why is Why.SITTING
        tr = self._words.gettext
        return tr("The next desk break is left out.") if ahead else tr("This one is left out.")
