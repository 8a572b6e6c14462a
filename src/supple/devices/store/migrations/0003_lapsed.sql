-- Sessions that ended by themselves after half an hour of pause: stopped like any other, but on the
-- same day they can be gone on with like one that was cut off. Never leaves this computer.
CREATE TABLE lapsed_sessions (
  session_id      TEXT    NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
