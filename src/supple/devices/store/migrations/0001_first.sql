-- Supple's history, first form. This file never changes once released; later forms are files of
-- their own.
--
-- ids        UUIDv7 as text
-- ..._utc    UTC as text, 2026-05-13T12:08:00.000000Z; utc_offset_min is the place's offset then
-- local_day  the user's own calendar day, 2026-05-13: all counting goes by it
-- ..._s      seconds
-- device     the computer that recorded it
-- changed    grows with every change of a record, on all computers (hybrid logical clock); of two
--            versions of a record the later one counts. Indexed, to tell what is new since then.

PRAGMA application_id = 1400205420;  -- "Supl"

-- One row a session, with its totals, so that charts need not add up the steps.
CREATE TABLE sessions (
  id              TEXT    NOT NULL PRIMARY KEY,
  routine         TEXT    NOT NULL,
  routine_name    TEXT    NOT NULL,
  source          TEXT    NOT NULL CHECK (source IN ('window', 'terminal', 'break', 'by-hand')),
  started_utc     TEXT    NOT NULL CHECK (started_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  ended_utc       TEXT             CHECK (ended_utc GLOB '????-??-??T??:??:??.??????Z'),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('open', 'completed', 'stopped', 'hurt')),
  hurt            TEXT             CHECK (hurt IN ('hurt-strong', 'hurt-sharp', 'hurt-nerve',
                                     'hurt-dizzy', 'hurt-chest', 'hurt-cramp', 'hurt-other')),
  planned_s       REAL    NOT NULL CHECK (planned_s >= 0),
  active_s        REAL    NOT NULL CHECK (active_s >= 0),
  work_s          REAL    NOT NULL CHECK (work_s >= 0),
  holds_done      INTEGER NOT NULL CHECK (holds_done >= 0),
  holds_planned   INTEGER NOT NULL CHECK (holds_planned >= 0),
  counts_for_plan INTEGER NOT NULL CHECK (counts_for_plan IN (0, 1)),
  week            INTEGER          CHECK (week >= 0),
  speed           REAL    NOT NULL CHECK (speed > 0),
  seed            INTEGER NOT NULL,
  note            TEXT    NOT NULL,
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL,
  CHECK ((outcome = 'open') = (ended_utc IS NULL))
) STRICT;
CREATE INDEX sessions_by_day ON sessions (local_day);
CREATE INDEX sessions_by_change ON sessions (changed);
CREATE INDEX sessions_open ON sessions (local_day) WHERE outcome = 'open';

-- What a session was compiled to, as JSON. Resuming needs it; a completed session drops it. Apart
-- from sessions, because it is large and the session's row is written again with every step.
CREATE TABLE compiled_sessions (
  session_id      TEXT    NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  steps           TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- One row an ended work step. It never changes, so it needs no stamp; it comes and goes with its
-- session, next to whose other steps it lies. Its checks say OR, because IN builds a table for
-- each row, which would take longer than the rest of the insert.
CREATE TABLE session_steps (
  session_id      TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  id              TEXT    NOT NULL,
  idx             INTEGER NOT NULL CHECK (idx >= 0),
  attempt         INTEGER NOT NULL CHECK (attempt >= 1),
  part            TEXT    NOT NULL CHECK (part = 'warm-up' OR part = 'main' OR part = 'cool-down'),
  kind            TEXT    NOT NULL CHECK (kind = 'warm-up' OR kind = 'hold'
                                  OR kind = 'reps' OR kind = 'cool-down'),
  exercise        TEXT    NOT NULL,
  side            TEXT    NOT NULL CHECK (side = 'left' OR side = 'right'
                                  OR side = 'both' OR side = 'none'),
  set_no          INTEGER NOT NULL CHECK (set_no >= 1),
  sets            INTEGER NOT NULL CHECK (sets >= 1),
  planned_s       REAL    NOT NULL CHECK (planned_s >= 0),
  actual_s        REAL    NOT NULL CHECK (actual_s >= 0),
  reps            INTEGER          CHECK (reps >= 0),
  outcome         TEXT    NOT NULL CHECK (outcome = 'done'
                                  OR outcome = 'skipped' OR outcome = 'stopped'),
  ended_utc       TEXT    NOT NULL CHECK (ended_utc GLOB '????-??-??T??:??:??.??????Z'),
  PRIMARY KEY (session_id, id)
) STRICT, WITHOUT ROWID;

-- session_id has no foreign key here and below: the answer before a session is given before there
-- is a session, and stays an answer of its day when none comes of it.
CREATE TABLE ratings (
  id              TEXT    NOT NULL PRIMARY KEY,
  session_id      TEXT,
  given_utc       TEXT    NOT NULL CHECK (given_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  moment          TEXT    NOT NULL CHECK (moment IN ('before', 'after', 'day')),
  kind            TEXT    NOT NULL,
  value           ANY     NOT NULL,
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL,
  CHECK (CASE kind
    WHEN 'back'  THEN typeof(value) = 'integer' AND value BETWEEN 0 AND 10
    WHEN 'leg'   THEN typeof(value) = 'integer' AND value BETWEEN 0 AND 10
    WHEN 'feel'  THEN value IN ('too-easy', 'right', 'too-strong')
    WHEN 'break' THEN value IN ('better', 'same', 'worse')
    ELSE 0 END)
) STRICT;
CREATE INDEX ratings_by_day ON ratings (local_day);
CREATE INDEX ratings_by_session ON ratings (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX ratings_by_change ON ratings (changed);

-- "It hurts", with its answer. Counts for safety even when the session left no row.
CREATE TABLE hurts (
  id              TEXT    NOT NULL PRIMARY KEY,
  session_id      TEXT,
  told_utc        TEXT    NOT NULL CHECK (told_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  exercise        TEXT    NOT NULL,
  side            TEXT    NOT NULL CHECK (side IN ('left', 'right', 'both', 'none')),
  answer          TEXT    NOT NULL CHECK (answer IN ('hurt-strong', 'hurt-sharp', 'hurt-nerve',
                                     'hurt-dizzy', 'hurt-chest', 'hurt-cramp', 'hurt-other')),
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;
CREATE INDEX hurts_by_day ON hurts (local_day);
CREATE INDEX hurts_by_change ON hurts (changed);

-- Exercises left out for a while. until_day is null when only the user brings it back;
-- brought_back_utc is null as long as nobody did.
CREATE TABLE set_asides (
  id               TEXT   NOT NULL PRIMARY KEY,
  exercise         TEXT   NOT NULL,
  reason           TEXT   NOT NULL,
  from_day         TEXT   NOT NULL CHECK (from_day IS date(from_day)),
  until_day        TEXT            CHECK (until_day IS date(until_day)),
  brought_back_utc TEXT            CHECK (brought_back_utc GLOB '????-??-??T??:??:??.??????Z'),
  device           TEXT   NOT NULL,
  changed          TEXT   NOT NULL
) STRICT;
CREATE INDEX set_asides_by_exercise ON set_asides (exercise);
CREATE INDEX set_asides_by_change ON set_asides (changed);

-- Reach checks. value_cm is what the test's protocol defines; better says which way is up.
CREATE TABLE tests (
  id              TEXT    NOT NULL PRIMARY KEY,
  session_id      TEXT,
  measured_utc    TEXT    NOT NULL CHECK (measured_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  test            TEXT    NOT NULL,
  side            TEXT    NOT NULL CHECK (side IN ('left', 'right', 'both', 'none')),
  value_cm        REAL    NOT NULL,
  better          TEXT    NOT NULL CHECK (better IN ('larger', 'smaller')),
  note            TEXT    NOT NULL,
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;
CREATE INDEX tests_by_day ON tests (local_day);
CREATE INDEX tests_by_change ON tests (changed);

-- What the user decided about the plan; where it stands follows from these and the history.
-- detail is a JSON object that belongs to the kind.
CREATE TABLE plan_events (
  id              TEXT    NOT NULL PRIMARY KEY,
  decided_utc     TEXT    NOT NULL CHECK (decided_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  kind            TEXT    NOT NULL,
  detail          TEXT    NOT NULL,
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;
CREATE INDEX plan_events_by_change ON plan_events (changed);

-- Desk breaks that came due or were taken unasked, each with its reason. sitting_s is the unbroken
-- sitting before it; rest_s how long the person was away from sitting.
CREATE TABLE breaks (
  id              TEXT    NOT NULL PRIMARY KEY,
  session_id      TEXT,
  due_utc         TEXT    NOT NULL CHECK (due_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  outcome         TEXT    NOT NULL CHECK (outcome IN ('taken', 'shortened', 'postponed', 'skipped',
                                     'natural')),
  reason          TEXT    NOT NULL,
  routine         TEXT,
  sitting_s       REAL    NOT NULL CHECK (sitting_s >= 0),
  rest_s          REAL    NOT NULL CHECK (rest_s >= 0),
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;
CREATE INDEX breaks_by_day ON breaks (local_day);
CREATE INDEX breaks_by_change ON breaks (changed);

-- Records that were deleted, kept for ever, so that no other computer brings them back.
CREATE TABLE tombstones (
  id              TEXT    NOT NULL PRIMARY KEY,
  record          TEXT    NOT NULL,
  device          TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;
CREATE INDEX tombstones_by_change ON tombstones (changed);

-- The four below never leave this computer, in no export and no shared folder, so that the device
-- needs no column. Of screening the row written last counts, whatever the clock said.

-- tags is a JSON array. answers, a JSON object, is null when the user keeps no single answers.
CREATE TABLE screening (
  id              TEXT    NOT NULL PRIMARY KEY,
  answered_utc    TEXT    NOT NULL CHECK (answered_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  lock            TEXT    NOT NULL CHECK (lock IN ('none', 'check-again', 'see-first',
                                     'emergency')),
  tags            TEXT    NOT NULL,
  answers         TEXT,
  changed         TEXT    NOT NULL
) STRICT;

-- "A doctor or physiotherapist says I may": subject is the lock or the tag of a screening that it
-- is about. New answers need a new word.
CREATE TABLE clearance (
  id              TEXT    NOT NULL PRIMARY KEY,
  screening_id    TEXT    NOT NULL REFERENCES screening (id) ON DELETE CASCADE,
  given_utc       TEXT    NOT NULL CHECK (given_utc GLOB '????-??-??T??:??:??.??????Z'),
  utc_offset_min  INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1439 AND 1439),
  local_day       TEXT    NOT NULL CHECK (local_day IS date(local_day)),
  subject         TEXT    NOT NULL,
  changed         TEXT    NOT NULL
) STRICT;

-- Only to compare with published values; one row at most.
CREATE TABLE profile (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  birth_year      INTEGER          CHECK (birth_year BETWEEN 1900 AND 2200),
  sex             TEXT             CHECK (sex IN ('woman', 'man')),
  changed         TEXT    NOT NULL
) STRICT;
