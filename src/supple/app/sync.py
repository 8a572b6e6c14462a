"""Two computers, one history: writes this one's journal in a shared folder, takes in the others'.

Safe to stop, to repeat and to run on several computers at once: every step only adds, and what was
done twice is done once.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from gettext import NullTranslations
from itertools import islice

import msgspec

from supple.core.errors import FacilityError, InputError
from supple.core.history.versions import Version
from supple.devices.journal import Journals, NewerJournalError, Piece, Place
from supple.devices.lock import FileLock
from supple.devices.store.journal_state import (
    JournalFile,
    Sent,
    forget_file,
    keep_file,
    keep_sent,
    leave,
    publish_anew,
    read_files,
    read_sent,
)
from supple.devices.store.stamps import latest_stamp
from supple.devices.store.store import Store
from supple.devices.store.versions import put_version, versions_to_share

_BATCH = 100
"""Versions in one transaction: a session that is being recorded never waits long."""


class SyncReport(msgspec.Struct, frozen=True):
    """What a look into the shared folder did.

    `computers`: how many others have a journal. `unread`: lines that are not whole yet, or never
    will be. `newer`: whether a newer Supple writes there.
    """

    sent: int = 0
    taken: int = 0
    computers: int = 0
    unread: int = 0
    newer: bool = False


def always() -> bool:
    """For work that nobody interrupts."""
    return True


def shared_words(report: SyncReport, words: NullTranslations) -> str:
    """What a look came to, in one or two sentences."""
    tr, many = words.gettext, words.ngettext
    others = many("{n} other computer.", "{n} other computers.", report.computers)
    sent = many("{n} record written.", "{n} records written.", report.sent)
    taken = many("{n} record taken in.", "{n} records taken in.", report.taken)
    lines = [
        others.format(n=report.computers) if report.computers else tr("No other computer yet."),
        sent.format(n=report.sent) if report.sent else "",
        taken.format(n=report.taken) if report.taken else "",
        tr("A newer Supple writes there; please update this one.") if report.newer else "",
    ]
    return " ".join(line for line in lines if line)


class Sync:
    """Keeps the history the same on all computers that share a folder."""

    def __init__(
        self, store: Store, journals: Journals, lock: FileLock, words: NullTranslations
    ) -> None:
        self._store = store
        self._journals = journals
        self._lock = lock
        self._words = words

    def run(self, wanted: Callable[[], bool] = always) -> SyncReport:
        """Write what is new here, take in what is new there. May take long; not for Qt's thread.

        Another process of this computer that is at it already does the work for both. Taking in
        stops between two pieces once it is no longer `wanted`; the rest follows next time. Raises
        FacilityError when the folder cannot be used, and StoreError.
        """
        self._journals.require_there()
        if not self._lock.acquire():
            return SyncReport()
        try:
            return self._run(wanted)
        finally:
            self._lock.release()

    def start_over(self) -> None:
        """Forget what was written and read, as when another folder is chosen."""
        self._store.write(leave).result()

    def leave(self) -> None:
        """Take this computer's journal out of the folder. Raises FacilityError."""
        self._journals.remove_own()
        self.start_over()

    def _run(self, wanted: Callable[[], bool]) -> SyncReport:
        place = str(self._journals.folder)
        sent = self._store.read(read_sent)
        if sent is None or sent.place != place:
            sent = Sent(place, None)
            self._store.write(partial(keep_sent, sent=sent)).result()
        elif sent.up_to is not None:
            self._require_own()
        places = self._journals.places()
        if self._forget_lost(places):
            sent = Sent(place, None)
        report = SyncReport(sent=self._publish(sent))
        known = self._store.read(read_files)
        for each in self._journals.places():
            report = self._take(each, known.get((each.folder, each.file)), report, wanted)
        others = {each.folder for each in places if each.is_regular} - {self._journals.own.name}
        return msgspec.structs.replace(report, computers=len(others))

    def _require_own(self) -> None:
        """What was written here once is there, else this is another folder of the same name.

        An empty place where a drive was connected would be filled otherwise.
        """
        if not self._journals.own.is_dir():
            raise FacilityError(
                self._words.gettext("The shared folder is there, but empty."),
                where=str(self._journals.folder),
                fix=self._words.gettext("Please connect the drive, or choose the folder again."),
            )

    def _forget_lost(self, places: Iterable[Place]) -> bool:
        """Whether a journal that was read is gone or shorter; then all is written once more."""
        there = {(each.folder, each.file): each for each in places}
        lost = []
        for key, file in self._store.read(read_files).items():
            found = there.get(key)
            was = Place(file.folder, file.file, file.seen_bytes)
            if was.is_regular and (found is None or found.size_bytes < file.seen_bytes):
                lost.append(key)
        if lost:
            self._store.write(partial(_forget, lost=lost)).result()
        return bool(lost)

    def _publish(self, sent: Sent) -> int:
        """Write what is newer here than the journal; how many versions."""
        count, up_to, grown = self._store.read(partial(_append, journals=self._journals, sent=sent))
        files = [JournalFile(p.folder, p.file, p.size_bytes, p.size_bytes) for p in grown]
        if up_to != sent.up_to:
            now = Sent(sent.place, up_to)
            self._store.write(partial(_keep, sent=now, files=files)).result()
        return count

    def _take(
        self,
        place: Place,
        known: JournalFile | None,
        report: SyncReport,
        wanted: Callable[[], bool],
    ) -> SyncReport:
        """Take in what is new in one file."""
        if known and known.taken_bytes == known.seen_bytes == place.size_bytes:
            return report
        start = known.taken_bytes if known and known.seen_bytes <= place.size_bytes else 0
        taken = unread = 0
        good = start
        pieces = self._journals.read(place, start)
        try:
            while wanted() and (batch := list(islice(pieces, _BATCH))):
                good = good if unread else _end_of_whole(batch, good)
                unread += sum(piece.version is None for piece in batch)
                file = JournalFile(place.folder, place.file, good, max(good, place.size_bytes))
                taken += self._store.write(partial(_take_in, pieces=batch, file=file)).result()
        except NewerJournalError:
            return msgspec.structs.replace(report, newer=True)
        except InputError:
            unread += 1  # gone or changed since it was listed; looked at again next time
        return msgspec.structs.replace(
            report, taken=report.taken + taken, unread=report.unread + unread
        )


def _append(
    connection: sqlite3.Connection, journals: Journals, sent: Sent
) -> tuple[int, str, list[Place]]:
    """Write the news; how many, up to which stamp the journal is complete, the files that grew.

    What is changed here from now on gets a later stamp than all that is here, its own or not.
    """
    count = 0

    def news() -> Iterator[Version]:
        nonlocal count
        made_by = "" if sent.up_to is None else journals.own.name
        for version in versions_to_share(connection, sent.up_to or "", made_by):
            count += 1
            yield version

    grown = journals.append(news())
    return count, latest_stamp(connection) or "", grown


def _keep(connection: sqlite3.Connection, sent: Sent, files: list[JournalFile]) -> None:
    keep_sent(connection, sent)
    for file in files:
        keep_file(connection, file)


def _forget(connection: sqlite3.Connection, lost: list[tuple[str, str]]) -> None:
    publish_anew(connection)
    for folder, file in lost:
        forget_file(connection, folder, file)


def _take_in(connection: sqlite3.Connection, pieces: list[Piece], file: JournalFile) -> int:
    """Put in the versions of these lines; how many changed anything."""
    versions = [piece.version for piece in pieces if piece.version]
    taken = sum(put_version(connection, version) for version in versions)
    keep_file(connection, file)
    return taken


def _end_of_whole(pieces: list[Piece], start: int) -> int:
    """The byte after the last of the lines before which all are whole."""
    end = start
    for piece in pieces:
        if piece.version is None:
            break
        end = piece.end
    return end
