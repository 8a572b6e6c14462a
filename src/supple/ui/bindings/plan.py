"""The words and values of the Plan page."""

from calendar import Calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from gettext import NullTranslations
from typing import Final

import msgspec
from PySide6.QtCore import QDate, QLocale

from supple.app.plan import Told
from supple.core.history.records import SessionRecord
from supple.core.plan.course import counts
from supple.core.plan.dose import Plan, Stage
from supple.core.plan.notices import notice_words
from supple.core.plan.offer import Offer, offer_words
from supple.core.plan.progress import Mode, Notice, Progress
from supple.core.plan.records import Decision
from supple.ui.bindings.titles import TitleOf, as_recorded
from supple.ui.language import locale_of
from supple.ui.pages.plan_adjust import AdjustView
from supple.ui.pages.plan_view import Phase, PhaseState, PlanNote, PlanView, WeekRow
from supple.ui.widgets.month_grid import MonthDay, MonthState

_MOST_NOTES: Final = 3
_WEEK: Final = 7


class PlanFacts(msgspec.Struct, frozen=True):
    """All that the page tells of: the plan and its words, what was done, what is ahead.

    `ahead` are the planned days, `tests` the days of reach checks; `name` and `minutes` are those
    of the session in `offer`. `figures` are the exercises that stand for routines in pictures;
    `no_change` is said where nothing measured has changed by week 6.
    """

    today: date
    plan: Plan
    state: Progress
    told: Told
    offer: Offer | None
    name: str
    minutes: int
    records: Sequence[SessionRecord]
    ahead: frozenset[date]
    tests: frozenset[date]
    is_open: bool
    figures: Mapping[str, str] = {}
    no_change: str = ""


class PlanWords:
    """Puts the plan into words of one language."""

    def __init__(
        self, words: NullTranslations, language: str, title_of: TitleOf = as_recorded
    ) -> None:
        self._words = words
        self._title_of = title_of
        self._tr = words.gettext
        self._locale = locale_of(language)

    def view(self, facts: PlanFacts, month: date) -> PlanView:
        """The page for the month that holds the day `month`."""
        tr, state = self._tr, facts.state
        go_on = {
            Mode.NONE: tr("Start the plan"),
            Mode.PAUSED: tr("Go on with the plan"),
        }.get(state.mode, "")
        return PlanView(
            line=self._line(facts),
            phases=tuple(self._phase(stage, facts) for stage in facts.plan.stage),
            month=self._locale.toString(_qdate(month), "MMMM yyyy"),
            heads=tuple(
                self._locale.standaloneDayName(day, QLocale.FormatType.ShortFormat)
                for day in range(1, _WEEK + 1)
            ),
            days=tuple(self._days(facts, month)),
            rows=tuple(self._rows(facts)),
            notes=tuple(self._notes(facts))[:_MOST_NOTES],
            week_line=self._week_line(facts),
            runs=state.mode is Mode.ON,
            go_on=go_on,
            undo=self._undo_words(state),
            can_change=facts.is_open,
        )

    def adjusting(self, facts: PlanFacts) -> AdjustView:
        """What the page to adjust begins with."""
        state = facts.state
        reached = state.stage.week_from >= facts.plan.option[0].from_week
        return AdjustView(
            adjust=state.adjust,
            day_names=tuple(
                self._locale.standaloneDayName(day, QLocale.FormatType.ShortFormat)
                for day in range(1, _WEEK + 1)
            ),
            note=notice_words(Notice.MORE_THAN_SUGGESTED, self._words),
            stage=state.stage,
            daily=state.daily if reached else None,
        )

    def phase_name(self, stage: Stage) -> str:
        """The name of a phase."""
        tr = self._tr
        return {"start": tr("Ease in"), "build": tr("Settle"), "steady": tr("Keep")}[stage.id]

    def _line(self, facts: PlanFacts) -> str:
        state = facts.state
        if not facts.is_open:
            return self._tr("Sessions are closed for now. Your place is kept.")
        if facts.state.mode is Mode.ON:
            moves = self._tr("It moves on when you're ready, not when the calendar says so.")
            return f"{facts.told.summary} {moves}"
        since, until = state.paused_since, state.paused_until
        if state.mode is not Mode.PAUSED or since is None:
            return facts.told.summary
        told = self._tr("Paused since {date}. Your place is kept.")
        if until is not None:
            told = self._tr("Paused until {date}. Your place is kept.")
        return told.format(date=self._day_words(until or since))

    def _week_line(self, facts: PlanFacts) -> str:
        if facts.state.mode is Mode.ON:
            return facts.told.week
        if facts.state.mode is Mode.PAUSED:
            return self._tr("Nothing is planned. Any stretch is fine, so is resting.")
        return self._tr("Two short sessions a week to begin with. You can stop any time.")

    def _undo_words(self, state: Progress) -> str:
        """What was decided for this week and can be taken back; else empty."""
        tr = self._tr
        if state.for_this_week is None:
            return ""
        return {
            Decision.LIGHTER: tr("This week is lighter: shorter, with fewer sets."),
            Decision.REPEAT: tr("Last week comes once more, with the same holds."),
        }[state.for_this_week.kind]

    def _phase(self, stage: Stage, facts: PlanFacts) -> Phase:
        tr, state = self._tr, facts.state
        place, here = facts.plan.stage.index(stage), facts.plan.stage.index(state.stage)
        begun = state.begun or place != here
        kind = PhaseState.HERE if place == here else PhaseState.DONE
        kind = PhaseState.LATER if place > here else kind
        chips = {
            PhaseState.DONE: tr("done"),
            PhaseState.HERE: tr("you're here"),
            PhaseState.LATER: tr("later"),
        }
        weeks = tr("Weeks {first} and {last}").format(first=stage.week_from, last=stage.week_to)
        if not stage.week_to:
            weeks = tr("Week {first} onwards").format(first=stage.week_from)
        least, most = stage.sessions_per_week_min, stage.sessions_per_week_max
        times = f"{least} \N{MULTIPLICATION SIGN}"
        if most != least:
            times = f"{least}\N{EN DASH}{most} \N{MULTIPLICATION SIGN}"
        line = facts.told.stage if kind is PhaseState.HERE and begun else ""
        if not stage.week_to:
            line = tr("No end date. Stay as long as you like.")
        return Phase(
            id=stage.id,
            weeks=weeks,
            name=self.phase_name(stage),
            state=kind,
            chip=chips[kind],
            facts=((f"{stage.hold_s} s", tr("holds")), (times, tr("a week"))),
            line=line,
        )

    def _days(self, facts: PlanFacts, month: date) -> list[MonthDay]:
        active = {each.local_day: counts(each) for each in reversed(facts.records)}
        for each in facts.records:
            active[each.local_day] |= counts(each)
        return [
            self._day(day, month, facts, active)
            for week in Calendar().monthdatescalendar(month.year, month.month)
            for day in week
        ]

    def _day(
        self, day: date, month: date, facts: PlanFacts, active: Mapping[date, bool]
    ) -> MonthDay:
        tr = self._tr
        state, what = MonthState.PLAIN, ""
        if day in active:
            state = MonthState.SESSION if active[day] else MonthState.BREAK
            what = tr("session") if active[day] else tr("break only")
        elif day in facts.ahead:
            state, what = MonthState.PLANNED, tr("planned")
        name = self._locale.toString(_qdate(day), tr("dddd d MMMM"))
        test = day in facts.tests
        parts = (name, what, tr("reach check") if test else "", tr("today") * (day == facts.today))
        return MonthDay(
            iso=day.isoformat(),
            number=day.day,
            name=", ".join(part for part in parts if part),
            state=state,
            today=day == facts.today,
            dim=day.month != month.month,
            test=test,
        )

    def _rows(self, facts: PlanFacts) -> list[WeekRow]:
        """Sessions of this week that counted, the next one, and how many more are planned."""
        tr, today = self._tr, facts.today
        monday = today - timedelta(days=today.weekday())
        done = [each for each in facts.records if each.local_day >= monday and counts(each)]
        rows = [
            WeekRow(
                title=self._title_of(each),
                words=tr("{day}, {n} min").format(
                    day=self._weekday(each.local_day), n=max(1, round(each.active_s / 60))
                ),
                done=True,
                exercise=facts.figures.get(each.routine, ""),
            )
            for each in done
        ]
        if facts.offer is None or facts.state.mode is not Mode.ON:
            return rows
        why = offer_words(facts.offer, self._words, self._day_words)
        minutes = tr("{n} min").format(n=facts.minutes)
        rows.append(
            WeekRow(
                title=facts.name,
                words=f"{minutes}. {why}" if why else minutes,
                routine=facts.offer.routine,
                starts=tr("Start"),
                exercise=facts.figures.get(facts.offer.routine, ""),
            )
        )
        later = sorted(day for day in facts.ahead if today < day < monday + timedelta(_WEEK))
        skipped = 0 if today in {each.local_day for each in done} or today in facts.ahead else 1
        rows += [
            WeekRow(tr("Another one"), tr("{day}, or any day").format(day=self._weekday(day)))
            for day in later[skipped:]
        ]
        return rows

    def _notes(self, facts: PlanFacts) -> list[PlanNote]:
        tr, state = self._tr, facts.state
        ask = ("learn-who-should-ask", tr("Who to ask, and when"))
        actions = {
            Notice.STOP_SIGNS: (("confirm", tr("I've asked, and I may go on")), ask),
            Notice.SEE_PROFESSIONAL: (ask,),
            Notice.EXPECT: (("learn-what-to-expect", tr("What to expect")),),
            Notice.STAY: (("learn-how-much", tr("How the plan goes on")),),
            Notice.ASK_DIZZY: (("dizzy", tr("Yes")), ("confirm", tr("No"))),
            Notice.GO_EASIER: (("as-before", tr("As before")),),
            Notice.LESS: (("as-before", tr("As before")),),
            Notice.STEP_BACK: (("next-stage", tr("As before")),),
            Notice.NEXT_STEP: (("next-stage", tr("Take the next step")),),
        }
        # How the week stands is told elsewhere on the page.
        told = [each for each in state.notices if each is not Notice.WEEK_DONE]
        notes = [PlanNote(notice_words(each, self._words), actions.get(each, ())) for each in told]
        return [*notes, *self._review(facts)]

    def _review(self, facts: PlanFacts) -> list[PlanNote]:
        """A look back in weeks 4 and 6, and what can be done where nothing has changed."""
        tr = self._tr
        if "review" not in facts.state.due or facts.state.mode is not Mode.ON:
            return []
        if not facts.no_change:
            look = (("history", tr("Look back")), ("reviewed", tr("Done")))
            return [PlanNote(tr("A good moment to look back at the first weeks."), look)]
        ways = (
            ("reviewed", tr("Go on")),
            ("routines", tr("Another routine")),
            ("stop", tr("Stop the plan")),
        )
        return [PlanNote(facts.no_change, ways)]

    def _day_words(self, day: date) -> str:
        return self._locale.toString(_qdate(day), self._tr("d MMMM"))

    def _weekday(self, day: date) -> str:
        return self._locale.standaloneDayName(day.isoweekday())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
