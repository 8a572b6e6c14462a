"""A year at a desk, minute by minute: what really happens, and what the policy may not do then.

The book-keeping here knows the truth and shares nothing with the policy but its promises.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from supple.core.breaks.answer import Answer, Break, Show, Wait
from supple.core.breaks.facts import Facts, Moment, Quiet
from supple.core.breaks.hours import is_working_time
from supple.core.breaks.intents import finish, later, pause_for, shown, skip
from supple.core.breaks.observe import observe
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.policy import due, next_look_s, wants_surroundings
from supple.core.breaks.state import Moved, Outcome, State, begin

OPTIONS = BreakOptions()
MINUTE = 60.0
INTERVAL_MIN = OPTIONS.interval_s / MINUTE
_SLACK_MIN = 5  # three minutes of typing, and the grain of this simulation


@dataclass(frozen=True)
class Minute:
    """What is so in one minute."""

    is_here: bool = True
    is_locked: bool = False
    is_asleep: bool = False
    is_stretching: bool = False
    quiet: frozenset[Quiet] = frozenset()


WORK = Minute()
GONE = Minute(is_here=False)
LOCKED = Minute(is_here=False, is_locked=True)
ASLEEP = Minute(is_here=False, is_asleep=True)
SESSION = Minute(is_stretching=True)


def day(random: Random) -> Iterator[Minute]:
    """The 1440 minutes from one midnight of the world to the next."""
    if random.random() < 0.2:  # a weekend, a holiday, somebody ill
        yield from [ASLEEP] * 1440
        return
    start, length = random.randint(300, 600), random.randint(300, 840)
    busy = [minute for part in _parts(random, length) for minute in part]
    yield from [ASLEEP] * start
    yield from busy[:length]
    yield from [ASLEEP] * (1440 - start - length)


def _parts(random: Random, length: int) -> Iterator[list[Minute]]:
    lived = 0
    while lived < length:
        part = _part(random)
        lived += len(part)
        yield part


def _part(random: Random) -> list[Minute]:
    kind = random.choices(
        ["work", "coffee", "lunch", "lock", "lid", "call", "screen", "dnd", "session"],
        weights=[10, 3, 1, 3, 1, 1, 1, 1, 0.3],
    )[0]
    if kind == "coffee":
        return [GONE] * random.randint(1, 12)
    if kind == "lunch":
        return [LOCKED] * random.randint(20, 70)
    if kind == "lock":
        return [LOCKED] * random.randint(1, 3)
    if kind == "lid":
        return [ASLEEP] * random.randint(1, 90)
    if kind == "session":
        return [SESSION] * random.randint(8, 20)
    if kind == "call":
        reasons = random.sample([Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED], 2)
        return [Minute(quiet=frozenset(reasons))] * random.randint(10, 120)
    if kind == "screen":
        reason = random.choice([Quiet.FULL_SCREEN, Quiet.PRESENTING])
        return [Minute(quiet=frozenset({reason}))] * random.randint(5, 200)
    if kind == "dnd":
        return [Minute(quiet=frozenset({Quiet.DO_NOT_DISTURB}))] * random.randint(5, 90)
    return [WORK] * random.randint(5, 120)


@dataclass
class Truth:
    """How long the person has really been sitting, and since when nothing forbids to ask.

    Idleness tells the end of work to the key, this simulation only to the minute: so the sitting
    is known between `least_min` and `most_min`.
    """

    least_min: float = 0.0
    most_min: float = 0.0
    away_min: int = 0
    here_min: int = 0
    open_min: int = 0
    screen_min: int = 0

    def live(self, minute: Minute) -> None:
        """One more minute."""
        if not minute.is_here or minute.is_stretching:
            self.away_min += 1
            return
        if self.away_min:
            self.least_min = left_after(self.away_min + 2, self.least_min)
            self.most_min = left_after(self.away_min - 1, self.most_min)
            self.away_min = self.here_min = 0
        self.least_min += 1
        self.most_min += 1
        self.here_min += 1

    def rested(self, share: float) -> None:
        """A break was taken, in part or whole, or left out."""
        self.least_min = min(INTERVAL_MIN, self.least_min) * (1 - share)
        self.most_min = min(INTERVAL_MIN, self.most_min) * (1 - share)
        self.open_min = self.screen_min = 0


def left_after(minutes: int, sat_min: float) -> float:
    """What is left of the sitting after so many minutes away."""
    if minutes < 2:
        return sat_min
    return min(INTERVAL_MIN, sat_min) * max(0.0, 1 - minutes / 5)


@dataclass
class Year:
    """Lives through it; `faults` is what went wrong, `asked` how often somebody was asked.

    `every_minute`: look each minute; else only when the policy asked for it or the desktop
    signals.
    """

    zone: ZoneInfo
    seed: int
    every_minute: bool
    asked: int = 0
    signs: int = 0
    looks: int = 0
    awake_min: int = 0
    faults: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - chance, not secrets
        self.world = datetime(2026, 1, 1, tzinfo=UTC)
        self.shift = timedelta()  # how wrong the clock on the wall is
        self.now = self._moment(0.0, 0.0)
        self.state: State = begin(self.now)
        self.truth = Truth()
        self.before = WORK
        self.idle_s = 0.0
        self.next_look_s = 0.0
        self.snoozed_until_s = -1.0
        self.paused_until_s = -1.0
        self.nudges = 0

    def live(self, days: int) -> None:
        """Live through so many days."""
        for number in range(days):
            if self.random.random() < 0.02:  # somebody sets the clock
                self.shift = timedelta(minutes=self.random.randint(-90, 90))
            if number % 100 == 60:  # a journey
                self.zone = ZoneInfo("America/New_York")
            elif number % 100 == 75:
                self.zone = ZoneInfo("Europe/Berlin")
            for minute in day(self.random):
                self._minute(minute)

    def _minute(self, minute: Minute) -> None:
        self.world += timedelta(minutes=1)
        awake_s = 0.0 if minute.is_asleep else MINUTE
        self.now = self._moment(self.now.real_s + MINUTE, self.now.awake_s + awake_s)
        self.truth.live(minute)
        before, self.before = self.before, minute
        if minute.is_asleep:
            return
        self.awake_min += 1
        was_idle = self.idle_s
        typing = self.random.choice([0.0, 1.0, 5.0, 40.0])
        self.idle_s = typing if minute.is_here else min(self.idle_s, 40.0) * (was_idle < MINUTE)
        if not minute.is_here:
            self.idle_s = max(self.idle_s, was_idle) + MINUTE
        signal = (
            before.is_asleep
            or before.is_locked != minute.is_locked
            or before.is_stretching != minute.is_stretching
            or before.is_here != minute.is_here
        )
        idle_signal = self.idle_s >= OPTIONS.counts_from_s > was_idle
        if self.every_minute or signal or idle_signal or self.now.real_s >= self.next_look_s:
            self._look(minute)
        self._check_missing(minute)

    def _look(self, minute: Minute) -> None:
        self.looks += 1
        facts = Facts(
            idle_s=self.idle_s, is_locked=minute.is_locked, is_stretching=minute.is_stretching
        )
        if wants_surroundings(facts, OPTIONS, self.state, self.now):
            facts = Facts(idle_s=self.idle_s, quiet=minute.quiet)
        self._take(observe(self.state, facts, OPTIONS, self.now))
        if self.state.ask is None:
            self.nudges = 0
        answer = due(facts, OPTIONS, self.state)
        self._check(answer, minute)
        if isinstance(answer, Break):
            self.signs += answer.show is Show.SIGN
            if answer.show is Show.ASK:
                self._answer()
        elif self.random.random() < 0.0005:
            self.paused_until_s = self.now.real_s + 3600
            self.state = pause_for(self.state, 3600)
        look_s = next_look_s(facts, OPTIONS, self.state, signalled=True)
        if not look_s > 0:
            self.faults.append(f"{self.now.wall}: the next look lies in the past")
        self.next_look_s = self.now.real_s + look_s

    def _answer(self) -> None:
        """Somebody is asked, and answers in one of five ways."""
        self.asked += 1
        self.state = shown(self.state)
        wish = self.random.choice(["take", "take", "part", "later", "skip", "nothing"])
        if wish == "take":
            self._take(finish(self.state, OPTIONS, done_s=120, planned_s=120))
            self.truth.rested(1)
        elif wish == "part":
            self._take(finish(self.state, OPTIONS, done_s=60, planned_s=120))
            self.truth.rested(0.5)
        elif wish == "later":
            self._take(later(self.state, 600))
            self.snoozed_until_s = self.now.real_s + 600
            self.nudges += 1
        elif wish == "skip":
            self._take(skip(self.state, OPTIONS))
            self.truth.rested(1)
        else:
            self.snoozed_until_s = self.now.real_s + 60 + 600
            self.nudges += 1

    def _take(self, moved: Moved) -> None:
        self.state = moved.state
        self.outcomes += [entry.outcome for entry in moved.entries]

    def _check(self, answer: Answer, minute: Minute) -> None:
        if isinstance(answer, Wait) and answer.in_s is not None and answer.in_s <= 0:
            self.faults.append(f"{self.now.wall}: a countdown into the past: {answer}")
        if not isinstance(answer, Break) or answer.show is not Show.ASK:
            return
        wrong = {
            "nobody there": minute.is_locked or self.truth.away_min > 2,
            "a session": minute.is_stretching,
            "quiet": bool(minute.quiet),
            "just back": self.truth.here_min < 2,
            "paused": self.now.real_s < self.paused_until_s,
            "later": self.now.real_s < self.snoozed_until_s,
            "outside hours": not is_working_time(self.now.wall, OPTIONS.week),
            "too early": self.truth.most_min < INTERVAL_MIN - 2,
        }
        self.faults += [f"{self.now.wall}: asked although {why}" for why, so in wrong.items() if so]

    def _check_missing(self, minute: Minute) -> None:
        truth = self.truth
        held = bool(minute.quiet) and minute.quiet <= {Quiet.FULL_SCREEN, Quiet.PRESENTING}
        is_due = truth.least_min > INTERVAL_MIN + 2
        may = (
            is_due
            and minute.is_here
            and not minute.is_stretching
            and truth.here_min > 3
            and self.now.real_s >= max(self.paused_until_s + 180, self.snoozed_until_s + 60)
            and is_working_time(self.now.wall, OPTIONS.week)
        )
        truth.open_min = truth.open_min + 1 if may and not minute.quiet else 0
        truth.screen_min = truth.screen_min + 1 if may and held else 0
        if max(truth.open_min, truth.screen_min - 20) <= _SLACK_MIN:
            return
        answer = due(Facts(idle_s=self.idle_s, quiet=minute.quiet), OPTIONS, self.state)
        if truth.open_min > _SLACK_MIN and not isinstance(answer, Break):
            self.faults.append(f"{self.now.wall}: not asked although due: {answer}")
            truth.open_min = 0
        if truth.screen_min > 20 + _SLACK_MIN and isinstance(answer, Wait):
            self.faults.append(f"{self.now.wall}: a full screen holds a break: {answer}")
            truth.screen_min = 0

    def _moment(self, real_s: float, awake_s: float) -> Moment:
        return Moment(real_s, awake_s, (self.world + self.shift).astimezone(self.zone))
