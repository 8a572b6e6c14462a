"""Owns the words around desk breaks: reminder, tray and card, made of what the policy says."""

from gettext import NullTranslations

import msgspec

from supple.app.breaks import BreakNews
from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.ui.pages.break_view import (
    Act,
    CardView,
    Choice,
    Do,
    PromptView,
    Sign,
    TrayView,
)

_MINUTE_S = 60.0
_HOUR_S = 60 * _MINUTE_S
_LAST_NUDGE = 2
_OFF = frozenset({Why.OFF, Why.ASK_SOMEBODY_FIRST})
_LEAVE = Act(Do.LEAVE)


class Desk(msgspec.Struct, frozen=True):
    """What the menus count beside the news: the break's minutes, today's session's or 0.

    `others` are the breaks beside the offered one, by id and name. `in_session`: a session runs
    in the window, or stands there `in_pause`. `has_tray`: the desktop has one, with the icon in it.
    """

    break_min: int
    others: tuple[tuple[str, str], ...] = ()
    session_min: int = 0
    later_min: int = 10
    in_session: bool = False
    in_pause: bool = False
    has_tray: bool = True


class BreakWords:
    """Makes the records that the surfaces paint."""

    def __init__(self, words: NullTranslations) -> None:
        self._tr = words.gettext
        self._ntr = words.ngettext

    def reminder(self, news: BreakNews, desk: Desk) -> PromptView | None:
        """The question for a break that asks to be shown now; None where nothing asks."""
        answer, tr = news.answer, self._tr
        if isinstance(answer, Wait) and answer.is_reminder:
            return self._still_paused()
        if not isinstance(answer, Break) or answer.show is not Show.ASK:
            return None
        title, line = tr("Time for a small stretch?"), self._length_line(desk.break_min)
        is_last = answer.nudge >= _LAST_NUDGE
        if is_last:
            title = tr("Still here when you like")
            line = tr("The reminder waits in the tray from now on.")
            if not desk.has_tray:
                line = tr("The reminder waits in the window of Supple from now on.")
        elif answer.often_skipped:
            line = tr("You can make them rarer in Settings, Desk breaks.")
        return PromptView(
            ident=f"break-{answer.nudge}",
            title=title,
            words=line,
            choices=self._answers(desk),
            unanswered=Act(Do.LATER),
        )

    def stays_in_tray(self) -> PromptView:
        """Told once, when the window is closed and the icon stays."""
        tr = self._tr
        return PromptView(
            ident="stays",
            title=tr("Supple stays in the tray"),
            words=tr("It is there for your desk breaks, and costs next to nothing."),
            choices=(Choice(_LEAVE, tr("Fine")), Choice(Act(Do.QUIT), tr("Quit instead"))),
            unanswered=_LEAVE,
            seconds=30.0,
            stands_alone=True,
        )

    def tray(self, news: BreakNews, desk: Desk) -> TrayView:
        """Icon, tooltip and menu of the tray."""
        return TrayView(
            sign=sign_of(news),
            tip=self._tip(news),
            menu=self._session_menu(desk) if desk.in_session else self._menu(news, desk),
        )

    def card(self, news: BreakNews, desk: Desk) -> CardView:
        """The card in the side bar."""
        is_due = isinstance(news.answer, Break)
        is_off = isinstance(news.answer, Wait) and news.answer.why is Why.OFF
        return CardView(
            news.told.title,
            news.told.detail,
            self._card_choices(news, desk),
            is_waiting=is_due,
            line="" if is_off else news.told.tray,
        )

    # --- inside -----------------------------------------------------------------------------

    def _length_line(self, minutes: int) -> str:
        tr = self._tr
        lines = {
            2: tr("Two minutes, at your desk."),
            3: tr("Three minutes, at your desk."),
            5: tr("Five minutes, at your desk."),
        }
        other = self._ntr("{n} minute, at your desk.", "{n} minutes, at your desk.", minutes)
        return lines.get(minutes, other.format(n=minutes))

    def _answers(self, desk: Desk) -> tuple[Choice, ...]:
        tr = self._tr
        later = tr("In {n} min").format(n=desk.later_min)
        if desk.later_min * _MINUTE_S == _HOUR_S:
            later = tr("In 1 hour")
        times = tuple(
            Choice(Act(Do.LATER, minutes * _MINUTE_S), tr("In {n} min").format(n=minutes))
            for minutes in (5, 10, 20)
        )
        more = (
            *times,
            Choice(Act(Do.LATER, _HOUR_S), tr("In 1 hour")),
            Choice(Act(Do.PAUSE_TODAY), tr("Not today")),
        )
        return (
            Choice(Act(Do.START), tr("Start"), "play", self._others(desk)),
            Choice(Act(Do.LATER), later, "clock", more),
            Choice(Act(Do.SKIP), tr("Skip"), "skip-forward"),
        )

    def _others(self, desk: Desk) -> tuple[Choice, ...]:
        return tuple(Choice(Act(Do.START, routine=ident), name) for ident, name in desk.others)

    def _another(self, desk: Desk) -> tuple[Choice, ...]:
        """The menu of the other breaks, where there are any."""
        others = self._others(desk)
        return (Choice(_LEAVE, self._tr("Another break"), "desk", others),) if others else ()

    def _still_paused(self) -> PromptView:
        tr = self._tr
        return PromptView(
            ident="paused",
            title=tr("Desk breaks are still paused"),
            words=tr("They stay so until you turn them on again."),
            choices=(
                Choice(Act(Do.RESUME), tr("Turn on again")),
                Choice(_LEAVE, tr("Stay paused")),
            ),
            unanswered=_LEAVE,
            stands_alone=True,
        )

    def _tip(self, news: BreakNews) -> str:
        answer = news.answer
        if isinstance(answer, Break):
            return self._tr("Supple. A break is waiting. Click to start.")
        return f"Supple. {news.told.lasting}"

    def _pauses(self) -> Choice:
        tr = self._tr
        more = (
            Choice(Act(Do.PAUSE, 30 * _MINUTE_S), tr("For 30 minutes")),
            Choice(Act(Do.PAUSE, _HOUR_S), tr("For 1 hour")),
            Choice(Act(Do.PAUSE, 2 * _HOUR_S), tr("For 2 hours")),
            Choice(Act(Do.PAUSE_TODAY), tr("Until tomorrow")),
            Choice(Act(Do.PAUSE), tr("Until I turn them on")),
        )
        return Choice(_LEAVE, tr("Pause breaks"), "pause-circle", more)

    def _menu(self, news: BreakNews, desk: Desk) -> tuple[Choice | None, ...]:
        tr = self._tr
        now = tr("Desk break now ({n} min)").format(n=desk.break_min)
        session = tr("Start today's session")
        if desk.session_min:
            session = tr("Start today's session ({n} min)").format(n=desk.session_min)
        return (
            Choice(Act(Do.START), now, "office-chair"),
            *self._another(desk),
            Choice(_LEAVE, self._told(news)),
            None,
            *self._steering(news),
            None,
            Choice(Act(Do.SESSION), session, "play"),
            Choice(Act(Do.OPEN), tr("Open Supple"), "house"),
            None,
            Choice(Act(Do.SETTINGS), tr("Settings…"), "gear-six"),
            Choice(Act(Do.QUIT), tr("Quit Supple"), "power"),
        )

    def _told(self, news: BreakNews) -> str:
        """The line that only tells: what comes next, or why nothing does."""
        is_quiet = isinstance(news.answer, Wait) and news.answer.why is Why.QUIET
        return news.told.sentence if is_quiet else news.told.tray

    def _steering(self, news: BreakNews) -> tuple[Choice, ...]:
        tr = self._tr
        match sign_of(news):
            case Sign.PAUSED:
                return (Choice(Act(Do.RESUME), tr("Turn breaks on again"), "bell"),)
            case Sign.OFF:
                is_off = isinstance(news.answer, Wait) and news.answer.why is Why.OFF
                on = Choice(Act(Do.TURN_ON), tr("Turn desk breaks on"), "bell")
                return (on,) if is_off else ()
            case sign:
                which = tr("Skip this one") if sign is Sign.DUE else tr("Skip the next one")
                return (self._pauses(), Choice(Act(Do.SKIP), which, "skip-forward"))

    def _session_menu(self, desk: Desk) -> tuple[Choice | None, ...]:
        tr = self._tr
        pause = Act(Do.SESSION_PAUSE)
        return (
            Choice(pause, tr("Go on"), "play")
            if desk.in_pause
            else Choice(pause, tr("Pause"), "pause-circle"),
            Choice(Act(Do.SESSION_HURTS), tr("It hurts"), "warning-circle"),
            None,
            Choice(Act(Do.OPEN), tr("Open Supple"), "house"),
        )

    def _card_choices(self, news: BreakNews, desk: Desk) -> tuple[Choice, ...]:
        tr, answer = self._tr, news.answer
        settings = Choice(Act(Do.SETTINGS), tr("Settings…"))
        another = self._another(desk)
        if isinstance(answer, (Break, Warn)):
            start, later, skip = (
                msgspec.structs.replace(each, more=()) for each in self._answers(desk)
            )
            return (start, *another, later, skip)
        if answer.why in (Why.QUIET, Why.OUTSIDE_HOURS):
            return (Choice(Act(Do.ANYWAY), tr("Remind me anyway")), settings)
        if answer.why is Why.STRETCHING:
            return (settings,)
        now = Choice(Act(Do.START), tr("Take one now"))
        match sign_of(news):
            case Sign.PAUSED:
                return (Choice(Act(Do.RESUME), tr("Turn on again")), now, *another)
            case Sign.OFF:
                on = (Choice(Act(Do.TURN_ON), tr("Turn on")),) if answer.why is Why.OFF else ()
                return (*on, now, *another, settings)
        skip = Choice(Act(Do.SKIP), tr("Skip the next one"))
        pause = msgspec.structs.replace(self._pauses(), words=tr("Pause for…"), icon="")
        return (now, *another, skip, pause, settings)


def sign_of(news: BreakNews) -> Sign:
    """What the icon in the tray shows."""
    answer = news.answer
    if isinstance(answer, Break):
        return Sign.DUE
    if isinstance(answer, Wait):
        if answer.why in _OFF:
            return Sign.OFF
        if answer.why is Why.PAUSED:
            return Sign.PAUSED
    return Sign.ON
