"""The words and values of the Today page."""

from datetime import date, datetime
from gettext import NullTranslations

from PySide6.QtCore import QDate, QLocale

from supple.app.catalogue import Catalogue
from supple.app.today import DayFacts, NextSession, TodayFacts
from supple.core.catalogue.routine import Use
from supple.core.history.records import SessionRecord
from supple.core.plan.offer import offer_words
from supple.core.plan.progress import Mode
from supple.core.plan.screening import Access
from supple.core.session.events import Hurt
from supple.ui.bindings.titles import TitleOf, as_recorded
from supple.ui.language import locale_of
from supple.ui.pages.today_view import (
    DeskBreak,
    Hero,
    HeroKind,
    Reach,
    RoutineTile,
    TodayView,
)
from supple.ui.pages.today_words import greeting, safety_note, week_line
from supple.ui.widgets.day_strip import Day, DayState

_MEASURE_MIN = 9
_BREAK_MIN = 2


class TodayWords:
    """Puts today's facts into words of one language."""

    def __init__(
        self, words: NullTranslations, language: str, title_of: TitleOf = as_recorded
    ) -> None:
        self._words = words
        self._title_of = title_of
        self._tr = words.gettext
        self._locale = locale_of(language)

    def view(
        self,
        facts: TodayFacts,
        now: datetime,
        *,
        last_reach: str = "",
        rhythm: bool = True,
        break_min: int = _BREAK_MIN,
    ) -> TodayView:
        """Everything the page paints but the list of routines, which follows later.

        `last_reach` tells the last reach check; the `rhythm` can be left out. `break_min`: how
        long the desk break takes that is offered.
        """
        return TodayView(
            greeting=greeting(now.hour, self._words),
            date_line=self._date_line(facts),
            hero=self._hero(facts),
            week=tuple(self._day(day, facts) for day in facts.days),
            week_line=week_line(facts.done, facts.plan.wanted, self._words)
            if facts.standing.access.is_open
            else "",
            desk_break=DeskBreak(self._break_line(break_min))
            if facts.standing.access.is_open
            else None,
            rhythm=facts.rhythm if rhythm and not facts.first_time else (),
            reach=self._reach(facts, last_reach),
            last_session=self._last(facts.last),
            safety=safety_note(facts.today.isocalendar().week, self._words, more=True),
        )

    def _break_line(self, minutes: int) -> str:
        if minutes == _BREAK_MIN:
            return self._tr("2 minutes in your chair. No kit needed.")
        line = self._words.ngettext(
            "{n} minute at your desk. No kit needed.",
            "{n} minutes at your desk. No kit needed.",
            minutes,
        )
        return line.format(n=minutes)

    def _hero(self, facts: TodayFacts) -> Hero:
        instead = self._instead(facts)
        if instead is not None:
            return instead
        ahead = facts.next
        kind = HeroKind.NEXT
        if facts.first_time:
            kind = HeroKind.FIRST
        elif facts.plan.is_week_done:
            kind = HeroKind.WEEK_DONE
        done, of = facts.plan.week_count
        return Hero(
            kind=kind,
            routine=ahead.routine,
            name=ahead.name,
            minutes=round(ahead.seconds / 60),
            stretches=ahead.stretches,
            hold_s=round(ahead.hold_s),
            number=done + 1 if kind is HeroKind.NEXT else done,
            of=of,
            look_inside=True,
            why=self._why(facts) if kind is HeroKind.NEXT else "",
        )

    def _why(self, facts: TodayFacts) -> str:
        """Why it is this session and no other."""
        if facts.offer is None:
            return ""

        def day(of: date) -> str:
            return self._locale.toString(_qdate(of), self._tr("d MMMM"))

        return offer_words(facts.offer, self._words, day)

    def _reach(self, facts: TodayFacts, last: str) -> Reach | None:
        """The reach check, when the plan asks for one; else its place is for the last session."""
        if not facts.standing.access.is_open or "self-tests" not in facts.plan.due:
            return None
        words = self._tr("Sit and reach, or standing toe touch, after a warm-up.")
        return Reach(last or words, minutes=_MEASURE_MIN, due=True)

    def _instead(self, facts: TodayFacts) -> Hero | None:
        """What stands in the place of the next session, the most serious first."""
        access, plan = facts.standing.access, facts.plan
        if not access.is_open:
            return Hero(HeroKind.CLOSED, name=self._closed(access))
        if plan.mode is Mode.WAITING:
            return Hero(HeroKind.ASK)
        if facts.unfinished is not None:
            session = facts.unfinished.session
            return _resume(session, self._title_of(session))
        if facts.stopped_by is not None:
            return Hero(HeroKind.HURT, felt=self._felt(facts.stopped_by))
        if plan.mode is Mode.PAUSED and plan.paused_since is not None:
            since = self._locale.toString(_qdate(plan.paused_since), self._tr("d MMMM"))
            return Hero(HeroKind.PLAN_PAUSED, since=since)
        if plan.mode is Mode.NONE and plan.begun:
            return Hero(HeroKind.NO_PLAN)
        if facts.offer is None:
            return Hero(HeroKind.CLOSED, name=self._tr("Nothing here is for you now"))
        return None

    def _closed(self, access: Access) -> str:
        tr = self._tr
        return {
            Access.EMERGENCY: tr("Please get medical help now"),
            Access.SEE_FIRST: tr("Please talk to a doctor before you stretch"),
            Access.ASK_FIRST: tr("Ask a professional before you start"),
            Access.CHECK_AGAIN: tr("A few questions first, after what you felt"),
        }[access]

    def _felt(self, hurt: Hurt) -> str:
        tr = self._tr
        return {
            Hurt.SHARP: tr("sharp pain"),
            Hurt.NERVE: tr("numbness, tingling or pain down the leg"),
        }[hurt]

    def _date_line(self, facts: TodayFacts) -> str:
        day = self._locale.toString(_qdate(facts.today), self._tr("dddd d MMMM"))
        if facts.first_time:
            return day
        line = self._tr("{day}, week {week} of your plan")
        return line.format(day=day, week=facts.week)

    def _day(self, day: DayFacts, facts: TodayFacts) -> Day:
        state, below = DayState.EMPTY, ""
        minutes = max(1, round(day.active_s / 60))
        today = day.day == facts.today
        if day.of_plan:
            state, below = DayState.DONE, self._tr("{n} min").format(n=minutes)
        elif day.active_s:
            state, below = DayState.BREAK, self._tr("{n} min").format(n=minutes)
        elif day.day in facts.plan.planned:
            state, below = DayState.PLANNED, self._tr("today") if today else self._tr("planned")
        elif today:
            below = self._tr("today")
        return Day(
            iso=day.day.isoformat(),
            number=day.day.day,
            short=self._locale.toString(_qdate(day.day), "ddd"),
            letter=self._locale.dayName(day.day.isoweekday(), QLocale.FormatType.NarrowFormat),
            state=state,
            below=below,
            name=self._day_name(day, state, minutes),
            today=today,
            hint=self._tr("Drag a planned day, or move it with Alt and the arrow keys.")
            if state is DayState.PLANNED
            else "",
        )

    def _day_name(self, day: DayFacts, state: DayState, minutes: int) -> str:
        date_words = self._locale.toString(_qdate(day.day), self._tr("dddd d MMMM"))
        if state is DayState.DONE:
            return self._tr("{day}, session, {n} minutes").format(day=date_words, n=minutes)
        if state is DayState.BREAK:
            return self._tr("{day}, {n} minutes").format(day=date_words, n=minutes)
        if state is DayState.PLANNED:
            return self._tr("{day}, planned").format(day=date_words)
        return date_words

    def _last(self, record: SessionRecord | None) -> str:
        if record is None:
            return ""
        day = self._locale.toString(_qdate(record.local_day), self._tr("d MMMM"))
        minutes = max(1, round(record.active_s / 60))
        line = self._words.ngettext(
            "Last time: {name}, {n} minute, on {day}.",
            "Last time: {name}, {n} minutes, on {day}.",
            minutes,
        )
        return line.format(name=self._title_of(record), n=minutes, day=day)

    def tile(self, preview: NextSession) -> RoutineTile:
        """One routine of the list."""
        return RoutineTile(preview.routine, preview.name, max(1, round(preview.seconds / 60)))


def offered(catalogue: Catalogue) -> tuple[str, ...]:
    """The routines that can be started from Today: the user's own, then the ready-made ones."""
    uses = (Use.SESSION, Use.COMPLEMENT, Use.DESK_BREAK, Use.WARM_UP)
    return tuple(item.id for item in catalogue.routines() if item.use in uses)


def _resume(session: SessionRecord, title: str) -> Hero:
    return Hero(kind=HeroKind.RESUME, routine=session.routine, name=title)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
