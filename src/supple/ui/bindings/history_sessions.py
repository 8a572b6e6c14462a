"""Sessions of the past in words: rows of a list, and one session beside it."""

from collections.abc import Callable
from datetime import datetime
from gettext import NullTranslations
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from supple.core.history.records import SessionRecord, Source
from supple.core.session.events import SessionOutcome
from supple.core.session.steps import Kind, Side
from supple.devices.store.listing import Found
from supple.ui.bindings.dates import Dates
from supple.ui.bindings.titles import TitleOf, as_recorded
from supple.ui.pages.history_view import DoneRow, SessionDetail
from supple.ui.widgets.listed_session import SessionRow

if TYPE_CHECKING:
    from supple.app.past_sessions import Done, Whole

_MINUTE_S = 60


class SessionWords:
    """Puts sessions into words. `figure_of` tells which exercise stands for a routine."""

    def __init__(
        self,
        words: NullTranslations,
        dates: Dates,
        exercise_name: Callable[[str], str],
        figure_of: Callable[[str], str],
        title_of: TitleOf = as_recorded,
    ) -> None:
        self._words = words
        self._title_of = title_of
        self._tr = words.gettext
        self._dates = dates
        self._exercise_name = exercise_name
        self._figure_of = figure_of

    def row(self, found: Found) -> SessionRow:
        """A session of a list."""
        session, answers = found.session, found.answers
        chip = self._chip(session, answers.feel)
        pain = self._pain(answers.before, answers.after)
        line = self._line(session)
        told = [
            self._title_of(session),
            line,
            chip,
            self._pain_words(answers.before, answers.after),
        ]
        if session.note:
            told.append(self._tr("with a note"))
        return SessionRow(
            id=session.id,
            name=self._title_of(session),
            line=line,
            exercise=self._figure_of(session.routine),
            chip=chip,
            warm=session.outcome is SessionOutcome.HURT,
            pain=pain,
            has_note=bool(session.note),
            told=", ".join(part for part in told if part),
        )

    def detail(self, whole: "Whole") -> SessionDetail:
        """A session with everything."""
        from supple.app.past_sessions import AFTER, BEFORE, ELSEWHERE, FEEL

        session = whole.session
        feel = whole.value(FEEL)
        again = session.routine if self._figure_of(session.routine) else ""
        return SessionDetail(
            id=session.id,
            name=self._title_of(session),
            when=self._when(session),
            done=tuple(map(self._done, whole.done)),
            pain=self._pain_words(whole.value(BEFORE), whole.value(AFTER)),
            feel=self._chip(session, str(feel or "")),
            note=session.note,
            over=session.outcome is not None,
            again="" if session.routine == ELSEWHERE else again,
        )

    def _line(self, session: SessionRecord) -> str:
        line = self._how_much(session)
        # A stretch that was tried by itself stands for itself.
        tried = self._figure_of(session.routine) == session.routine
        return self._tr("Tried, {line}").format(line=line) if tried else line

    def _how_much(self, session: SessionRecord) -> str:
        day = self._dates.short(session.local_day)
        minutes = max(1, round(session.active_s / _MINUTE_S))
        if not session.holds_done:
            return self._tr("{day}, {n} min").format(day=day, n=minutes)
        line = self._words.ngettext(
            "{day}, {n} min, {holds} hold", "{day}, {n} min, {holds} holds", session.holds_done
        )
        return line.format(day=day, n=minutes, holds=session.holds_done)

    def _when(self, session: SessionRecord) -> str:
        day = self._dates.full(session.local_day)
        if session.source is Source.BY_HAND:
            minutes = max(1, round(session.active_s / _MINUTE_S))
            line = self._words.ngettext(
                "{day}, {n} minute, written down by hand",
                "{day}, {n} minutes, written down by hand",
                minutes,
            )
            return line.format(day=day, n=minutes)
        if session.ended is None:
            return self._tr("{day}, from {start}").format(
                day=day, start=self._time(session.started)
            )
        return self._tr("{day}, {start} to {end}").format(
            day=day, start=self._time(session.started), end=self._time(session.ended)
        )

    def _time(self, moment: datetime) -> str:
        time = QTime(moment.hour, moment.minute)
        return self._dates.locale.toString(time, QLocale.FormatType.ShortFormat)

    def _chip(self, session: SessionRecord, feel: str) -> str:
        tr = self._tr
        if session.outcome is SessionOutcome.HURT:
            return tr("It hurt")
        if session.outcome is SessionOutcome.STOPPED:
            return tr("Ended early")
        if session.outcome is None:
            return tr("Half-way")
        words = {
            "too-easy": tr("Too easy"),
            "right": tr("About right"),
            "too-strong": tr("Too strong"),
        }
        return words.get(feel, "")

    def _pain(self, before: int | None, after: int | None) -> str:
        if before is None and after is None:
            return ""
        dash = "\u2013"
        first, second = (dash if value is None else str(value) for value in (before, after))
        return f"{first} \u2192 {second}"

    def _pain_words(self, before: object, after: object) -> str:
        tr = self._tr
        if before is None and after is None:
            return ""
        if after is None:
            line = tr("{before} before")
        elif before is None:
            line = tr("{after} after")
        else:
            line = tr("{before} before, {after} after")
        return line.format(before=before, after=after)

    def _done(self, done: "Done") -> DoneRow:
        tr = self._tr
        name = self._exercise_name(done.exercise)
        sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}
        if done.side in sides:
            name = f"{name}, {sides[done.side]}"
        if not done.started:
            return DoneRow(name, tr("not started"), done=False)
        if not done.sets:
            return DoneRow(name, tr("left out"), done=False)
        if done.kind in (Kind.WARM_UP, Kind.COOL_DOWN) and done.seconds >= _MINUTE_S:
            amount = tr("{n} min").format(n=self._dates.number(done.sets * done.seconds / 60))
        else:
            seconds = self._dates.number(done.seconds)
            amount = tr("{n} s").format(n=seconds)
            if done.sets > 1:
                amount = tr("{n} s \u00d7 {sets}").format(n=seconds, sets=done.sets)
        return DoneRow(name, amount, done=True)
