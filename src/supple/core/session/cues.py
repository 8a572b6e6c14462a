"""What is said when. One table for the whole program.

| moment | words | amounts |
| --- | --- | --- |
| get ready | name and side, then own words or hints | all; one hint: guide; hints: everything |
| its end, waiting | that it waits for the user | all |
| work +0 | start tone; own `start` line, behind what found no room in a get-ready | all |
| part +0 | the opening words of warm-up and cool-down | guide, everything |
| in a hold | own `hold` lines, spread, never in the last 5 s | guide: one; everything: 1 to 3 |
| half, from 20 s | half tone; own `half` or a shared line | guide, everything; own: all |
| -5 s | one shared line, from 20 s, if the last seconds are not counted | guide, everything |
| -3, -2, -1 s | the count, in holds | guide, everything |
| repetitions | the number of each, where there is room | guide, everything |
| end | release tone; the exercise's `release` line; how to get up from the floor | all |
| first repetition, halfway | own `switch`, where the legs take turns | all |
| switch | own `switch` or a shared line, then side and set | all |
| rest | a shared line, then the set | all |

Lines are fitted to the time, never the reverse. What does not fit is left out; only who comes next
(name, own words, side, set) waits and opens the work. A switch repeats nothing of the release.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations
from itertools import islice, zip_longest

import msgspec

from supple.core.catalogue.exercise import Exercise, Family, Measure, Position
from supple.core.catalogue.routine import Amount
from supple.core.session.getting_up import Rising
from supple.core.session.pools import Pools
from supple.core.session.script import FITTED_WPM, Script
from supple.core.session.steps import Cue, Kind, Part, Side, Step, Tone

_QUIET_END_S = 5.0
_HALF_FROM_S = 20.0
_COUNT_FROM_S = 10.0
_SLOW_TEMPO_S = 4.0  # between slower repetitions there is room for a line
_SETTLE_S = 2.0  # of quiet, after further set-up hints
_BEHIND_A_WORD_S = 2.5  # where work begins anew, it begins with "Back to the left leg."
_LINES_BY_S = ((30.0, 3), (20.0, 2), (0.0, 1))
_KIND_EVERY = 3
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_INTROS = {Part.WARM_UP: "warm-up-intro", Part.COOL_DOWN: "cool-down-intro"}


class Talk(msgspec.Struct, frozen=True):
    """How much is said, whether the last seconds are counted, and how fast the voice is."""

    amount: Amount = Amount.GUIDE
    count_last: bool = True
    words_a_minute: int = FITTED_WPM

    @property
    def slowness(self) -> float:
        """How many times as long as usual a slow voice takes; 1 for any other."""
        return max(1.0, FITTED_WPM / self.words_a_minute)


class Narrator:
    """Gives every step of one session its cues.

    `said` are the user's own words for a step of the routine, by group, `cautions` what their
    answers ask for; `getting_up` is said at the end of a group, where the body gets up.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        pools: Pools,
        talk: Talk,
        words: NullTranslations,
        *,
        welcome: str,
        said: Mapping[int, str],
        cautions: Mapping[int, str],
        getting_up: Mapping[int, Rising],
    ) -> None:
        self._exercises = exercises
        self._pools = pools
        self._talk = talk
        self._tr = words.gettext
        self._said = said
        self._cautions = cautions
        self._getting_up = getting_up
        self._owed = [welcome] if welcome else []  # what had no room yet, most lasting last
        self._busy_s = 0.0  # how long the line at the last step's end is still spoken
        self._closing = ""  # that line
        self._group = -1  # the exercise that was named last
        self._felt = -1  # the exercise whose first hold is over
        self._holds = 0
        self._begun: set[Part] = set()  # parts whose opening words were placed

    def narrate(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """The steps with their cues."""
        return tuple(
            msgspec.structs.replace(step, cues=self._cues(step, after))
            for step, after in zip_longest(steps, steps[1:])
        )

    def _cues(self, step: Step, after: Step | None) -> tuple[Cue, ...]:
        script = Script(self._talk.words_a_minute, self._busy_s)
        self._busy_s = 0.0
        if step.kind is Kind.GET_READY:
            self._get_ready(script, step)
            if step.lingers:
                script.insist(self._tr("I'll wait until you're ready."), step.seconds)
        elif step.kind.is_work:
            self._work(script, step, after)
        elif step.kind is Kind.SWITCH:
            own = self._exercises[step.exercise].cues.switch
            self._between(script, step, _unsaid(own or self._pools.draw("switch"), self._closing))
        elif step.kind is Kind.REST:
            self._between(script, step, self._rest(step))
        return script.cues()

    def _rest(self, step: Step) -> str:
        if step.group != self._group:
            return self._tr("Rest.")
        if self._is_test(step):
            return self._tr("Rest, and note the number.")
        return self._pools.draw("rest")

    def _is_test(self, step: Step) -> bool:
        return self._exercises[step.exercise].measure.kind is Measure.TEST

    def _between(self, script: Script, step: Step, line: str) -> None:
        """The line, then which side and set comes next; without room the work begins with that."""
        script.say(line, 0.0, step.seconds)
        where = self._where(step)
        if script.say(_join(where), 0.0, step.seconds):
            return
        side_told = len(where) > 1 and script.say(where[0], 0.0, step.seconds)
        self._owed += where[1:] if side_told else where

    def _get_ready(self, script: Script, step: Step) -> None:
        """As many of the opening lines as fit; the work says the rest, but no hint."""
        name, more = self._introduce(step)
        hints = () if self._said.get(step.group) else self._hints(step)
        lines = [*self._owed, name, *hints[:1], *more]
        for count in range(len(lines), 0, -1):
            if script.say(_join(lines[:count]), 0.0, step.seconds):
                break
        else:
            count = 0
        self._owed = [line for line in lines[count:] if line not in hints]
        for hint in hints[1:]:
            if self._owed or not script.say(hint, 0.0, step.seconds - _SETTLE_S):
                return

    def _introduce(self, step: Step) -> tuple[str, list[str]]:
        """The name of a new exercise; what is to be known of it besides, and the user's words."""
        self._group = step.group
        told = (self._cautions.get(step.group), self._said.get(step.group))
        return self._name(step), [line for line in told if line]

    def _work(self, script: Script, step: Step, after: Step | None) -> None:
        exercise = self._exercises[step.exercise]
        quiet = self._talk.amount is Amount.CUES
        if step.group != self._group:
            name, more = self._introduce(step)
            self._owed += [name, *more]
        script.tone(Tone.START, 0.0)
        script.tone(Tone.RELEASE, step.seconds)
        if not quiet:
            self._last_seconds(script, step, exercise)
        self._open(script, step, exercise)
        if exercise.measure.legs_take_turns and step.tempo_s:
            script.say(exercise.cues.switch, step.tempo_s / 2, step.seconds)
        self._half(script, step, exercise)
        if not quiet:
            count_first = (step.tempo_s or 0.0) >= _SLOW_TEMPO_S
            if count_first:
                self._count(script, step)
            self._in_between(script, step, exercise)
            if not count_first:
                self._count(script, step)
        self._close(script, step, after)

    def _close(self, script: Script, step: Step, after: Step | None) -> None:
        """The release, between how to get up after the exercise; thanks at the very end."""
        release = self._exercises[step.exercise].cues.release or self._pools.draw("release")
        ends = after is None or after.group != step.group
        rising = self._getting_up.get(step.group, Rising()) if ends else Rising()
        lines = [rising.before, release, rising.after]
        if after is None:
            lines.append(_unsaid(self._pools.draw("finish"), release))
        self._closing = _join(lines)
        self._busy_s = script.length_s(self._closing)
        script.insist(self._closing, step.seconds)

    def _open(self, script: Script, step: Step, exercise: Exercise) -> None:
        """The `start` line, behind as much of what is owed as there is room for."""
        lines = [*self._owed, exercise.cues.start]
        self._owed = []
        for left_out in range(len(lines)):
            opening = _join(lines[left_out:])
            if script.say(opening, 0.0, step.seconds, patience_s=_BEHIND_A_WORD_S):
                return

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
        """A part's opening words; then lines spread over the work, the exercise's own first."""
        until = step.seconds - _QUIET_END_S
        if step.part in _INTROS and step.part not in self._begun:
            self._begun.add(step.part)
            script.say(self._pools.draw(_INTROS[step.part]), 0.0, until)
        full = self._talk.amount is Amount.EVERYTHING or step.part is not Part.MAIN
        room = next(count for least_s, count in _LINES_BY_S if step.seconds >= least_s)
        lines = list(islice(self._lines(step, exercise), room if full else 1))
        if self._is_test(step):
            lines = list(exercise.cues.hold)  # a test is done the same way every time
        # a single line keeps away from the half
        gaps = max(len(lines) + 1, 3 if step.seconds >= _HALF_FROM_S else 0)
        for place, line in enumerate(lines, start=1):
            script.say(line, until * place / gaps, until)

    def _lines(self, step: Step, exercise: Exercise) -> Iterator[str]:
        own = exercise.cues.hold
        turn = (step.set - 1) % len(own) if own else 0
        lines = [*own[turn:], *own[:turn]]
        yield from lines[:1]
        stretches = step.kind is Kind.HOLD and exercise.family is not Family.STRENGTH_POSTURE
        if self._talk.amount is Amount.EVERYTHING and stretches:
            upright = exercise.position is not Position.LYING  # which the shared lines are for
            yield from self._shared(step, with_form=upright and len(own) <= step.set)
        yield from lines[1:]

    def _shared(self, step: Step, *, with_form: bool) -> Iterator[str]:
        self._holds += 1
        if step.group != self._felt:
            self._felt = step.group
            yield self._pools.draw("feel")
        if step.seconds >= _HALF_FROM_S:
            yield self._pools.draw("breathe")
        if with_form:
            yield self._pools.draw("form")
        if self._holds % _KIND_EVERY == 0:
            yield self._pools.draw("kind")

    def _count(self, script: Script, step: Step) -> None:
        if step.reps is None or step.tempo_s is None:
            return
        for rep in range(step.reps):
            number = f"{rep + 1}."
            at_s = rep * step.tempo_s
            script.say(number, at_s, at_s + script.length_s(number), patience_s=0.4)

    def _name(self, step: Step) -> str:
        name = self._exercises[step.exercise].name
        if step.side is Side.LEFT:
            return self._tr("{name}, left leg.").format(name=name)
        if step.side is Side.RIGHT:
            return self._tr("{name}, right leg.").format(name=name)
        return f"{name}."

    def _hints(self, step: Step) -> tuple[str, ...]:
        exercise = self._exercises[step.exercise]
        brief = (exercise.hint,)
        return {Amount.CUES: (), Amount.GUIDE: brief}.get(self._talk.amount, exercise.setup)

    def _where(self, step: Step) -> list[str]:
        """The side and set that come next, in words: none, one, or both lines."""
        again = step.set > 1
        parts = []
        if step.side is Side.LEFT:
            parts.append(self._tr("Left leg again.") if again else self._tr("Left leg."))
        elif step.side is Side.RIGHT:
            parts.append(self._tr("Right leg again.") if again else self._tr("Right leg."))
        if again:
            numbers = {"set": step.set, "sets": step.sets}
            words = self._tr("Set {set} of {sets}.")
            if self._is_test(step):
                words = self._tr("Try {set} of {sets}.")
            parts.append(words.format(**numbers))
        return parts


def _join(lines: Sequence[str]) -> str:
    return " ".join(line for line in lines if line)


def _unsaid(line: str, said: str) -> str:
    """The line without the sentences that were just said."""
    return " ".join(part for part in _SENTENCES.split(line) if part not in _SENTENCES.split(said))
