"""What an answer of the policy is in words: on the break card, in the tray and on the terminal."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from gettext import NullTranslations

import msgspec

from supple.core.breaks.answer import Answer, Break, Show, Wait, Warn, Why
from supple.core.breaks.facts import Quiet

_MINUTE_S = 60.0
_HOUR_MIN = 60
_DAY_CODE = re.compile("mon|tue|wed|thu|fri|sat|sun")

_Form = Callable[[Wait, datetime, NullTranslations], "Told"]


class Told(msgspec.Struct, frozen=True):
    """An answer in words: two lines of the break card, the tray's line, one whole sentence.

    `detail` may be empty. `lasting` is the sentence without what changes by the minute.
    """

    title: str
    detail: str
    tray: str
    sentence: str
    lasting: str = ""

    def __post_init__(self) -> None:
        if not self.lasting:
            msgspec.structs.force_setattr(self, "lasting", self.sentence)


def tell(answer: Answer, now: datetime, length_s: float, words: NullTranslations) -> Told:
    """The words of `answer`, given at `now`, for breaks of `length_s`."""
    if isinstance(answer, Break):
        return _break(answer, length_s, words)
    if isinstance(answer, Warn):
        return _warn(answer, words)
    return _wait(answer, now, words)


def quiet_words(quiet: Quiet, words: NullTranslations) -> str:
    """A reason for quiet, as the end of "Desk breaks wait: ..."."""
    tr = words.gettext
    return {
        Quiet.DO_NOT_DISTURB: tr("do not disturb is on"),
        Quiet.SCREEN_SHARED: tr("you share your screen"),
        Quiet.CAMERA: tr("the camera is in use"),
        Quiet.MICROPHONE: tr("the microphone is in use"),
        Quiet.PRESENTING: tr("a video or slides are running"),
        Quiet.FULL_SCREEN: tr("an app is full screen"),
        Quiet.ON_BATTERY: tr("you're on battery"),
    }[quiet]


def hours_words(hours: str, words: NullTranslations) -> str:
    """Working hours as people write them, not as the settings hold them: "Mon\u2013Fri 9:00"."""
    tr = words.gettext
    names = {
        "mon": tr("Mon"), "tue": tr("Tue"), "wed": tr("Wed"), "thu": tr("Thu"),
        "fri": tr("Fri"), "sat": tr("Sat"), "sun": tr("Sun"),
    }  # fmt: skip
    return _DAY_CODE.sub(lambda found: names[found.group()], hours).replace("-", "\u2013")


def duration_words(seconds: float, words: NullTranslations) -> str:
    """A length of time in whole minutes, at least one, or in hours and minutes."""
    minutes = max(1, round(seconds / _MINUTE_S))
    if minutes < _HOUR_MIN:
        return words.ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
    hours, left = divmod(minutes, _HOUR_MIN)
    text = words.ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    if not left:
        return text
    rest = words.ngettext("{n} minute", "{n} minutes", left).format(n=left)
    return words.gettext("{hours} {minutes}").format(hours=text, minutes=rest)


def moment_words(at: datetime, now: datetime, words: NullTranslations) -> str:
    """A moment to come, as it follows "until" or "begin": its day comes first if not today."""
    time = f"{at:%H:%M}"
    days = (at.date() - now.date()).days
    if days == 0:
        return time
    if days == 1:
        return words.gettext("tomorrow at {time}").format(time=time)
    return words.gettext("{day} at {time}").format(day=_weekday(at, words), time=time)


def at_words(at: datetime, now: datetime, words: NullTranslations) -> str:
    """The same where no word stands before it: "at 14:30", "tomorrow at 14:30"."""
    moment = moment_words(at, now, words)
    return words.gettext("at {time}").format(time=moment) if at.date() == now.date() else moment


def _weekday(at: datetime, words: NullTranslations) -> str:
    tr = words.gettext
    names = (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )
    return names[at.weekday()]


def _break(answer: Break, length_s: float, words: NullTranslations) -> Told:
    tr = words.gettext
    length = duration_words(length_s, words)
    waiting = tr("A break is waiting")
    if answer.quiet:
        because = quiet_words(answer.quiet[0], words)
        line = tr("A break is waiting: {reason}. It won't pop up until that ends.")
        return Told(waiting, because, waiting, line.format(reason=because))
    if answer.show is Show.SIGN:
        line = tr("A break is waiting, {length}. Still here when you like.")
        return Told(waiting, length, waiting, line.format(length=length))
    line = tr("A break is waiting: {length}.").format(length=length)
    if answer.often_skipped:
        hint = tr("You can make them rarer in Settings, Desk breaks.")
        line = f"{line} {hint}"
    return Told(waiting, length, waiting, line)


def _warn(answer: Warn, words: NullTranslations) -> Told:
    tr = words.gettext
    soon = tr("Desk break soon")
    if answer.why is Why.TYPING:
        return Told(soon, tr("when you pause"), soon, tr("A desk break comes when you pause."))
    length = duration_words(answer.in_s, words)
    detail = tr("in {length}").format(length=length)
    return Told(soon, detail, soon, tr("A desk break comes in {length}.").format(length=length))


def _wait(answer: Wait, now: datetime, words: NullTranslations) -> Told:
    forms: dict[Why, _Form] = {
        Why.PAUSED: _paused,
        Why.SITTING: _sitting,
        Why.LATER: _sitting,
        Why.QUIET: _quiet,
        Why.OUTSIDE_HOURS: _outside,
    }
    form = forms.get(answer.why)
    return form(answer, now, words) if form else _plain(answer.why, words)


def _plain(why: Why, words: NullTranslations) -> Told:
    tr = words.gettext
    wait = tr("Desk breaks wait")
    if why is Why.OFF:
        off = tr("Desk breaks are off")
        return Told(off, "", off, tr("Desk breaks are off."))
    if why is Why.ASK_SOMEBODY_FIRST:
        detail = tr("please ask a doctor first")
        return Told(wait, detail, wait, tr("No desk breaks yet: please ask a doctor first."))
    if why is Why.STRETCHING:
        detail = tr("a session is running")
        return Told(wait, detail, detail, tr("Not now: a session is running."))
    if why is Why.LOCKED:
        detail = tr("the screen is locked")
        return Told(wait, detail, wait, tr("Not now: the screen is locked."))
    if why is Why.JUST_BACK:
        detail = tr("you've just come back")
        return Told(wait, detail, wait, tr("Not now: you've just come back."))
    detail = tr("you're away")
    return Told(wait, detail, wait, tr("Not now: nobody is at the computer."))


def _paused(answer: Wait, now: datetime, words: NullTranslations) -> Told:
    tr = words.gettext
    title = tr("Desk breaks paused")
    if answer.at is None:
        detail = tr("until you turn them on")
        line = tr("Desk breaks are paused until you turn them on.")
        if answer.is_reminder:
            line = tr("Desk breaks are still paused. Turn them on again?")
        return Told(title, detail, tr("Breaks paused"), line)
    until = moment_words(answer.at, now, words)
    detail = tr("until {time}").format(time=until)
    tray = tr("Breaks paused until {time}").format(time=until)
    return Told(title, detail, tray, tr("Desk breaks are paused until {time}.").format(time=until))


def _sitting(answer: Wait, now: datetime, words: NullTranslations) -> Told:
    tr = words.gettext
    if answer.in_s is None:
        detail = tr("none for the rest of this working time")
        return Told(
            tr("Desk breaks"),
            detail,
            tr("No more breaks for now"),
            tr("No more desk breaks for now."),
        )
    at = now + timedelta(seconds=answer.in_s)
    length = duration_words(answer.in_s, words)
    return Told(
        tr("Desk break {moment}").format(moment=at_words(at, now, words)),
        tr("in {length}").format(length=length),
        tr("Next {moment}").format(moment=at_words(at, now, words)),
        tr("Next desk break {moment}, in {length}.").format(
            moment=at_words(at, now, words), length=length
        ),
        tr("Next desk break {moment}.").format(moment=at_words(at, now, words)),
    )


def _quiet(answer: Wait, _now: datetime, words: NullTranslations) -> Told:
    tr = words.gettext
    wait = tr("Desk breaks wait")
    reason = quiet_words(answer.quiet[0], words)
    line = tr("Not now: {reason}. I'll ask when that ends.").format(reason=reason)
    return Told(wait, reason, reason, line)


def _outside(answer: Wait, now: datetime, words: NullTranslations) -> Told:
    tr = words.gettext
    wait = tr("Desk breaks wait")
    detail = tr("outside working hours")
    if answer.at is None:
        return Told(wait, detail, detail, tr("No working hours are set, so no desk breaks come."))
    opens = at_words(answer.at, now, words)
    line = tr("Not now: outside working hours. They begin {moment}.").format(moment=opens)
    return Told(wait, detail, detail, line)
