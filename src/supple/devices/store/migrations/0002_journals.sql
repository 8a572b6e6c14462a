-- The shared folder in which computers keep their journals: what of it was read, and what was
-- written. Lies here so that a restored copy of the database reads again what it has not seen.
-- Never leaves this computer.

-- One row at most. place is the folder; sent_up_to the stamp up to which all changes made here lie
-- in the own journal, null when everything is to be written anew.
CREATE TABLE journal_state (
  id              INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  place           TEXT    NOT NULL,
  sent_up_to      TEXT
) STRICT;

-- Up to taken_bytes every line of a file is in the database; seen_bytes is how long the file was.
CREATE TABLE journal_files (
  folder          TEXT    NOT NULL,
  file            TEXT    NOT NULL,
  taken_bytes     INTEGER NOT NULL CHECK (taken_bytes >= 0),
  seen_bytes      INTEGER NOT NULL CHECK (seen_bytes >= taken_bytes),
  PRIMARY KEY (folder, file)
) STRICT, WITHOUT ROWID;
