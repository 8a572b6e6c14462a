"""Looking back in SQL: what steps, ratings and breaks add up to, summed up by the database.

Every function is a job for `Store.read`. Rehearsals count nowhere.
"""

import sqlite3
from datetime import date

from supple.core.breaks.state import Outcome
from supple.core.history.series import HoldWeek, PainPair, SittingPoint
from supple.core.history.totals import Bucket
from supple.core.plan.pain import LEAST_A_WEEK, Week
from supple.core.session.steps import Side

_PAIRS = """
SELECT sessions.local_day,
  max(CASE WHEN moment = 'before' THEN value END), max(CASE WHEN moment = 'after' THEN value END)
FROM ratings JOIN sessions ON sessions.id = ratings.session_id AND sessions.speed <= 1
WHERE ratings.local_day BETWEEN :since AND :until AND kind = 'back' AND moment <> 'day'
GROUP BY sessions.id ORDER BY sessions.started_utc, sessions.id
"""
_STARTS = {
    Bucket.WEEK: "date(local_day, '-6 days', 'weekday 1')",
    Bucket.MONTH: "date(local_day, 'start of month')",
    Bucket.QUARTER: """date(local_day, 'start of month',
      format('-%d months', (CAST(strftime('%m', local_day) AS INTEGER) - 1) % 3))""",
    None: "local_day",
}
_HOLDS = """
SELECT date(local_day, '-6 days', 'weekday 1') AS start, count(*), avg(step.actual_s), max(week)
FROM sessions CROSS JOIN session_steps AS step ON step.session_id = sessions.id
WHERE local_day BETWEEN :since AND :until AND speed <= 1
  AND step.part = 'main' AND step.kind = 'hold' AND step.outcome = 'done'
  AND (counts_for_plan OR NOT EXISTS (SELECT 1 FROM sessions AS any_one
    WHERE any_one.local_day BETWEEN :since AND :until AND any_one.counts_for_plan))
GROUP BY start ORDER BY start
"""
# CROSS JOIN: from the days to their steps. SQLite would else go through all steps there are.
_SIDES = """
SELECT step.exercise, step.side, sum(step.actual_s)
FROM sessions CROSS JOIN session_steps AS step ON step.session_id = sessions.id
WHERE local_day BETWEEN :since AND :until AND speed <= 1
  AND step.part = 'main' AND step.outcome = 'done' AND step.side IN ('left', 'right')
GROUP BY step.exercise, step.side
"""
_PAIN_WEEKS = """
SELECT date(local_day, '-6 days', 'weekday 1') AS start, avg(value) FROM ratings
WHERE local_day BETWEEN :since AND :until AND kind = 'back' AND moment <> 'after'
GROUP BY start HAVING count(*) >= :least ORDER BY start
"""
_SITTING = """
SELECT {start} AS start, count(*), avg(sitting_s), max(sitting_s) FROM breaks
WHERE local_day BETWEEN :since AND :until AND outcome NOT IN ('postponed', 'skipped')
  AND sitting_s >= 60
GROUP BY start ORDER BY start
"""
_OUTCOMES = """
SELECT outcome, count(*) FROM breaks WHERE local_day BETWEEN :since AND :until GROUP BY outcome
"""


def pain_pairs(connection: sqlite3.Connection, since: date, until: date) -> list[PainPair]:
    """Back pain before and after each session in which any was told, in order."""
    rows = connection.execute(_PAIRS, _period(since, until))
    return [
        PainPair(date.fromisoformat(day), before, after) for day, before, after in map(tuple, rows)
    ]


def pain_weeks(connection: sqlite3.Connection, since: date, until: date) -> list[Week]:
    """Weekly averages of back pain as `pain.weeks` has them, in order."""
    values = {**_period(since, until), "least": LEAST_A_WEEK}
    return [
        Week(date.fromisoformat(start), average)
        for start, average in map(tuple, connection.execute(_PAIN_WEEKS, values))
    ]


def hold_weeks(connection: sqlite3.Connection, since: date, until: date) -> list[HoldWeek]:
    """The finished holds of the main parts, by week, in order.

    Where there are sessions of the plan, they alone count: the short holds of desk breaks are no
    falling behind what the plan suggests.
    """
    rows = connection.execute(_HOLDS, _period(since, until))
    return [
        HoldWeek(date.fromisoformat(start), holds, mean_s, week)
        for start, holds, mean_s, week in map(tuple, rows)
    ]


def side_seconds(
    connection: sqlite3.Connection, since: date, until: date
) -> list[tuple[str, Side, float]]:
    """Exercise, side and seconds of the finished work of main parts that has a side."""
    rows = connection.execute(_SIDES, _period(since, until))
    return [(exercise, Side(side), seconds) for exercise, side, seconds in map(tuple, rows)]


def sitting_points(
    connection: sqlite3.Connection, since: date, until: date, bucket: Bucket | None
) -> list[SittingPoint]:
    """Sittings that a desk break or time away ended, in order.

    By week, month or quarter; by day without a bucket.
    """
    statement = _SITTING.format(start=_STARTS[bucket])
    rows = connection.execute(statement, _period(since, until))
    return [
        SittingPoint(date.fromisoformat(start), count, mean_s, longest_s)
        for start, count, mean_s, longest_s in map(tuple, rows)
    ]


def break_outcomes(connection: sqlite3.Connection, since: date, until: date) -> dict[Outcome, int]:
    """How often each became of a desk break, as far as it did; one put off twice counts twice."""
    rows = connection.execute(_OUTCOMES, _period(since, until))
    return {Outcome(outcome): count for outcome, count in map(tuple, rows)}


def _period(since: date, until: date) -> dict[str, str]:
    return {"since": since.isoformat(), "until": until.isoformat()}
