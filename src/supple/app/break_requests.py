"""What another start of the program asks of the desk breaks, answered with a sentence.

Asked on the hand-over's thread: what is wished is carried out by the host at its next look, so the
sentence tells what will be so.
"""

from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from gettext import NullTranslations

import msgspec

from supple.app.breaks import BreakNews, Breaks
from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet
from supple.core.breaks.records import DayCount
from supple.core.breaks.words import moment_words
from supple.core.errors import SuppleError
from supple.devices.clock import Clock
from supple.devices.desktop.handover import Reply, Request

_DUE = frozenset({Why.DUE, Why.TYPING, Why.QUIET, Why.LATER, Why.JUST_BACK})
_LOOK_S = 1.0  # a program that does not look at once answers with what it knew


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """`supple breaks status --json`. `at` is when the answer ends, where that is known.

    `answer` is wait, warn or break, `reason` why, `text` the same in words; `asks` is false for a
    break that only the tray shows.
    """

    answer: str
    reason: Why
    text: str
    at: datetime | None
    quiet: tuple[Quiet, ...]
    asks: bool
    sitting_s: float
    today: DayCount


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
                return self._status(as_json=request.as_json)
            case "breaks-pause":
                return self._pause(request.seconds)
            case "breaks-resume":
                self._breaks.wish(self._breaks.resume)
                return Reply(text=tr("Desk breaks are on again."))
            case "breaks-skip":
                self._breaks.wish(self._breaks.skip)
                return Reply(text=self._skipped(self._breaks.news))
        return None

    def _status(self, *, as_json: bool) -> Reply:
        news, asked = self._breaks.news, self._breaks.ask()
        with suppress(TimeoutError):
            news = asked.result(_LOOK_S)
        if not as_json:
            return Reply(text=news.told.sentence)
        try:
            today = self._breaks.today()
        except SuppleError as error:
            return Reply(error=str(error))
        return Reply(text=msgspec.json.encode(status_of(news, today)).decode())

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
        tr = self._words.gettext
        if news.answer.why in _DUE:
            return tr("This one is left out.")
        return tr("The next desk break is left out.")


def status_of(news: BreakNews, today: DayCount) -> Status:
    """What a program is told of how breaks stand."""
    answer = news.answer
    at = answer.at if isinstance(answer, Wait) else None
    if at is None and not isinstance(answer, Break) and answer.in_s is not None:
        at = news.wall + timedelta(seconds=answer.in_s)
    return Status(
        answer=type(answer).__name__.lower(),
        reason=answer.why,
        text=news.told.sentence,
        at=at,
        quiet=() if isinstance(answer, Warn) else answer.quiet,
        asks=isinstance(answer, Break) and answer.show is Show.ASK,
        sitting_s=news.sitting_s,
        today=today,
    )
