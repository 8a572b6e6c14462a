"""A session in plain lines, with the countdown on the last one where a person is looking."""

import math
from gettext import NullTranslations

from supple.app.catalogue import Catalogue
from supple.cli import out
from supple.core.numbers import written
from supple.core.session.events import (
    AnyEvent,
    CueDue,
    Hurts,
    Outcome,
    Paused,
    Resumed,
    SessionEnded,
    SessionStarted,
    StepEnded,
    StepStarted,
)
from supple.core.session.steps import Kind, Side
from supple.core.session.view import SessionView, State

_BY_MINUTES_S = 100  # a step this long counts down in minutes and seconds
_WIPE = "\r\x1b[K"


class Screen:
    """Writes what happens, as it happens. `live`: the output is a terminal."""

    def __init__(self, words: NullTranslations, catalogue: Catalogue, *, live: bool) -> None:
        self._words = words
        self._tr = words.gettext
        self._ntr = words.ngettext
        self._catalogue = catalogue
        self._live = live
        self._shown = ""

    def show(self, event: AnyEvent) -> None:
        """Write the event, if a person wants to read it."""
        text = self._text(event)
        if text:
            self._wipe()
            out.write(text)

    def count(self, view: SessionView) -> None:
        """Keep the countdown fresh. Seconds are rounded up, so that it never shows 0."""
        if not self._live or view.state is not State.RUNNING:
            return
        left = max(1, math.ceil(view.remaining_s))
        line = f"  {left // 60}:{left % 60:02}" if view.seconds >= _BY_MINUTES_S else f"  {left}"
        if line != self._shown:
            self._shown = line
            out.write(f"{_WIPE}{line}", end="")

    def _wipe(self) -> None:
        if self._shown:
            out.write(_WIPE, end="")
            self._shown = ""

    def _text(self, event: AnyEvent) -> str:
        if isinstance(event, SessionStarted):
            minutes = max(1, round(event.seconds / 60))
            name = self._catalogue.routine(event.routine).name
            line = self._ntr("{name}, {minutes} minute", "{name}, {minutes} minutes", minutes)
            return line.format(name=name, minutes=minutes)
        if isinstance(event, StepStarted):
            return self._step(event)
        if isinstance(event, CueDue):
            return f"    {event.text}" if event.text else ""
        return self._change(event)

    def _change(self, event: AnyEvent) -> str:
        tr = self._tr
        if isinstance(event, Paused):
            return tr("Paused. Space goes on.")
        if isinstance(event, Resumed):
            return tr("Going on.")
        if isinstance(event, Hurts):
            return tr("Stopped.")
        if isinstance(event, StepEnded) and event.outcome is Outcome.SKIPPED:
            return tr("Skipped.")
        if isinstance(event, SessionEnded):
            minutes, holds = round(event.active_s / 60), event.holds_done
            took = self._ntr("{n} minute", "{n} minutes", minutes).format(n=minutes)
            done = self._ntr("{n} hold", "{n} holds", holds).format(n=holds)
            return f"{took}, {done}."
        return ""

    def _step(self, event: StepStarted) -> str:
        tr = self._tr
        names = {
            Kind.GET_READY: tr("Get ready"),
            Kind.SWITCH: tr("Change sides"),
            Kind.REST: tr("Rest"),
        }
        sides = {Side.LEFT: tr("left leg"), Side.RIGHT: tr("right leg")}
        parts = [names.get(event.kind, "") or self._catalogue.exercise(event.exercise).name]
        if event.kind is Kind.GET_READY and not event.extra:
            parts.append(self._catalogue.exercise(event.exercise).name)
        if event.side in sides:
            parts.append(sides[event.side])
        if event.sets > 1 and event.kind.is_work:
            parts.append(tr("set {set} of {sets}").format(set=event.set, sets=event.sets))
        seconds = written(event.seconds, self._words)
        return f"{', '.join(parts)}  {seconds} s"
