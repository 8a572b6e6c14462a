"""What is said when. One table for the whole program.

| moment | words | amounts |
| --- | --- | --- |
| get ready | name and side, then the first set-up hint if it fits | all; hint: guide, everything |
| work +0 | start tone; own `start` line, behind the name if there was no get-ready | all |
| in a hold | own `hold` lines, spread, never in the last 5 s | guide: one; everything: 1 to 3 |
| half, from 20 s | half tone; own `half` or a shared line | guide, everything; own: all |
| -5 s | one shared line, from 20 s, if the last seconds are not counted | guide, everything |
| -3, -2, -1 s | the count, in holds | guide, everything |
| repetitions | the number of each, where there is room | guide, everything |
| end | release tone; the exercise's `release` line | all |
| switch | own `switch` or a shared line, then side and set if they fit | all |
| rest | a shared line, then the set | all |

Lines are fitted to the time, never the reverse. What does not fit is left out.
"""

from collections.abc import Mapping
from gettext import NullTranslations

import msgspec

from supple.core.catalogue.exercise import Exercise, Measure
from supple.core.catalogue.routine import Amount
from supple.core.session.pools import Pools
from supple.core.session.script import Script, speaking_s
from supple.core.session.steps import Cue, Kind, Part, Side, Step, Tone

_QUIET_END_S = 5.0
_HALF_FROM_S = 20.0
_COUNT_FROM_S = 10.0
_LINES_BY_S = ((30.0, 3), (20.0, 2), (0.0, 1))
_SETTLE_S = 1.0


class Talk(msgspec.Struct, frozen=True):
    """How much is said, whether the last seconds are counted, and how fast the voice is."""

    amount: Amount = Amount.GUIDE
    count_last: bool = True
    words_a_minute: int = 175


class Narrator:
    """Gives every step of one session its cues."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        pools: Pools,
        talk: Talk,
        words: NullTranslations,
        welcome: str,
    ) -> None:
        self._exercises = exercises
        self._pools = pools
        self._talk = talk
        self._tr = words.gettext
        self._welcome = welcome
        self._owed = ""  # a name that found no room in its get-ready
        self._busy_s = 0.0  # how long the line at the last step's end is still spoken
        self._holds_since_kind = 0
        self._begun: set[Part] = set()  # parts whose opening words were placed

    def narrate(self, steps: tuple[Step, ...], said: Mapping[str, str]) -> tuple[Step, ...]:
        """The steps with their cues. `said`: the user's own words, by exercise."""
        told: list[Step] = []
        for place, step in enumerate(steps):
            before = steps[place - 1] if place else None
            last = place == len(steps) - 1
            cues = self._cues(step, before, last, said.get(step.exercise, ""))
            told.append(msgspec.structs.replace(step, cues=cues))
        return tuple(told)

    def _cues(self, step: Step, before: Step | None, last: bool, own: str) -> tuple[Cue, ...]:
        script = Script(self._talk.words_a_minute, self._busy_s)
        new = before is None or before.group != step.group
        if step.kind is Kind.GET_READY:
            self._get_ready(script, step, own)
        elif step.kind.is_work:
            if new:
                self._owed = self._name(step)
            self._work(script, step, last)
        elif step.kind is Kind.SWITCH:
            exercise = self._exercises[step.exercise]
            script.say(exercise.cues.switch or self._pools.draw("switch"), 0.0, step.seconds)
            script.say(self._where(step), 0.0, step.seconds)
        elif step.kind is Kind.REST:
            script.say(self._tr("Rest.") if new else self._pools.draw("rest"), 0.0, step.seconds)
            script.say(self._where(step), 0.0, step.seconds)
        self._busy_s = 0.0 if not step.kind.is_work else self._release_s(step, last)
        return script.cues()

    def _get_ready(self, script: Script, step: Step, own: str) -> None:
        name = self._name(step)
        hint = own or self._hint(step)
        welcome, self._welcome = self._welcome, ""
        choices = [f"{welcome} {name} {hint}", f"{welcome} {name}"] if welcome else []
        choices += [f"{name} {hint}", name] if not welcome else []
        if any(script.say(text.strip(), 0.0, step.seconds) for text in choices):
            return
        self._owed = name
        if not script.say(welcome, 0.0, step.seconds):
            self._welcome = welcome

    def _work(self, script: Script, step: Step, last: bool) -> None:
        exercise = self._exercises[step.exercise]
        for tone, at_s in ((Tone.START, 0.0), (Tone.RELEASE, step.seconds)):
            script.tone(tone, at_s)
        owed, self._owed = self._owed, ""
        welcome, self._welcome = self._welcome, ""
        opening = " ".join(part for part in (welcome, owed, exercise.cues.start) if part)
        if not script.say(opening, 0.0, step.seconds):
            script.say(exercise.cues.start, 0.0, step.seconds)
        if self._talk.amount is not Amount.CUES:
            self._last_seconds(script, step, exercise)
        self._half(script, step, exercise)
        if self._talk.amount is not Amount.CUES:
            self._in_between(script, step, exercise)
            self._count(script, step)
        script.insist(self._closing(step, last), step.seconds)

    def _half(self, script: Script, step: Step, exercise: Exercise) -> None:
        quiet = self._talk.amount is Amount.CUES or step.seconds < _HALF_FROM_S or step.reps
        own = exercise.cues.half
        if quiet and not own:
            return
        half = step.seconds / 2
        script.tone(Tone.HALF, half)
        script.say(own or self._pools.draw("half"), half, step.seconds - _QUIET_END_S)

    def _last_seconds(self, script: Script, step: Step, exercise: Exercise) -> None:
        if exercise.measure.kind is not Measure.HOLD or step.seconds < _COUNT_FROM_S:
            return
        if self._talk.count_last:
            counts = self._pools.all_of("countdown")
            for place, count in enumerate(counts):
                script.insist(count, step.seconds - len(counts) + place, patience_s=0.4)
        elif step.seconds >= _HALF_FROM_S:
            line = self._pools.draw("last-five")
            script.say(line, step.seconds - _QUIET_END_S, step.seconds)

    def _in_between(self, script: Script, step: Step, exercise: Exercise) -> None:
        """The lines spread over the work: the exercise's own first, then shared ones."""
        full = self._talk.amount is Amount.EVERYTHING
        room = next(count for least_s, count in _LINES_BY_S if step.seconds >= least_s)
        count = room if full or step.part is not Part.MAIN else 1
        lines = self._lines(step, exercise)[:count]
        until = step.seconds - _QUIET_END_S
        for place, line in enumerate(lines):
            at_s = max(_SETTLE_S, until * (place + 1) / (len(lines) + 1))
            script.say(line, at_s, until)

    def _lines(self, step: Step, exercise: Exercise) -> list[str]:
        own = exercise.cues.hold
        turn = (step.set - 1) % len(own) if own else 0
        lines = [*own[turn:], *own[:turn]]
        if step.part is not Part.MAIN and step.part not in self._begun:
            self._begun.add(step.part)
            intro = "warm-up-intro" if step.part is Part.WARM_UP else "cool-down-intro"
            lines.insert(0, self._pools.draw(intro))
        if self._talk.amount is Amount.EVERYTHING and step.kind is Kind.HOLD:
            lines[1:1] = self._shared(step, own_left=len(own) > step.set)
        return lines

    def _shared(self, step: Step, *, own_left: bool) -> list[str]:
        lines = []
        if step.set == 1:
            lines.append(self._pools.draw("feel"))
        if step.seconds >= _HALF_FROM_S:
            lines.append(self._pools.draw("breathe"))
        if not own_left:
            lines.append(self._pools.draw("form"))
        self._holds_since_kind = (self._holds_since_kind + 1) % 3
        if self._holds_since_kind == 0:
            lines.append(self._pools.draw("kind"))
        return lines

    def _count(self, script: Script, step: Step) -> None:
        if step.reps is None or step.tempo_s is None:
            return
        for rep in range(step.reps):
            number = f"{rep + 1}."
            at_s = rep * step.tempo_s
            script.say(number, at_s, at_s + script.length_s(number), patience_s=0.4)

    def _closing(self, step: Step, last: bool) -> str:
        release = self._exercises[step.exercise].cues.release or self._pools.draw("release")
        return f"{release} {self._pools.draw('finish')}" if last else release

    def _release_s(self, step: Step, last: bool) -> float:
        release = self._exercises[step.exercise].cues.release
        return 0.0 if last else speaking_s(release, self._talk.words_a_minute)

    def _name(self, step: Step) -> str:
        name = self._exercises[step.exercise].name
        if step.side is Side.LEFT:
            return self._tr("{name}, left leg.").format(name=name)
        if step.side is Side.RIGHT:
            return self._tr("{name}, right leg.").format(name=name)
        return f"{name}."

    def _hint(self, step: Step) -> str:
        setup = self._exercises[step.exercise].setup
        return setup[0] if setup and self._talk.amount is not Amount.CUES else ""

    def _where(self, step: Step) -> str:
        """The side and set that come next, in words."""
        again = step.set > 1
        parts = []
        if step.side is Side.LEFT:
            parts.append(self._tr("Left leg again.") if again else self._tr("Left leg."))
        elif step.side is Side.RIGHT:
            parts.append(self._tr("Right leg again.") if again else self._tr("Right leg."))
        if again:
            numbers = {"set": step.set, "sets": step.sets}
            parts.append(self._tr("Set {set} of {sets}.").format(**numbers))
        return " ".join(parts)
