"""Today's desk breaks in words and as a line."""

from gettext import NullTranslations

from supple.core.breaks.day import Day, DayMark, Mark
from supple.ui.widgets.charts.day_line import DayPicture, clock_words
from supple.ui.widgets.charts.picture import Table


def day_picture(day: Day, words: NullTranslations) -> DayPicture:
    """The line of a day."""
    tr = words.gettext
    told = tuple(_told(mark, words) for mark in day.marks)
    rows = tuple((_time(mark, words), line) for mark, line in zip(day.marks, told, strict=True))
    ahead = next((clock_words(m.at_min) for m in day.marks if m.mark is Mark.NEXT), "")
    return DayPicture(
        gist=_gist(day, ahead, words),
        table=Table((tr("Time"), tr("Desk break")), rows),
        spans=day.spans,
        moments=day.marks,
        words=told,
        next_words=tr("next {time}").format(time=ahead),
        away_words=tr("away"),
    )


def _gist(day: Day, ahead: str, words: NullTranslations) -> str:
    """Such as "3 breaks done, next at 14:30, 4 to come"."""
    tr = words.gettext
    done, skipped, ahead_of = (day.count(m) for m in (Mark.DONE, Mark.SKIPPED, Mark.TO_COME))
    parts = []
    if done:
        parts.append(words.ngettext("{n} break done", "{n} breaks done", done).format(n=done))
    if skipped:
        parts.append(words.ngettext("{n} left out", "{n} left out", skipped).format(n=skipped))
    if ahead:
        parts.append(tr("next at {time}").format(time=ahead))
    if ahead_of:
        parts.append(words.ngettext("{n} to come", "{n} to come", ahead_of).format(n=ahead_of))
    return ", ".join(parts) or tr("No desk breaks today")


def _told(mark: DayMark, words: NullTranslations) -> str:
    tr = words.gettext
    forms = {
        Mark.DONE: tr("{time}, break done"),
        Mark.SKIPPED: tr("{time}, left out"),
        Mark.AWAY: tr("{time}, away"),
        Mark.NEXT: tr("{time}, the next break"),
        Mark.TO_COME: tr("{time}, to come"),
    }
    return forms[mark.mark].format(time=_time(mark, words))


def _time(mark: DayMark, words: NullTranslations) -> str:
    if mark.mark is not Mark.AWAY:
        return clock_words(mark.at_min)
    start, end = clock_words(mark.at_min), clock_words(mark.end_min)
    return words.gettext("{start} to {end}").format(start=start, end=end)
