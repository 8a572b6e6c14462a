"""Keeping sessions elsewhere while the disk takes nothing, as a file that can be imported."""

from collections.abc import Sequence
from functools import partial
from gettext import NullTranslations
from importlib.metadata import version
from pathlib import Path

from supple.app.outbox import Outbox
from supple.core.history.choice import Choice
from supple.core.history.versions import Deletion, RecordKind
from supple.devices.clock import Clock
from supple.devices.store.device import Device
from supple.devices.store.portable import write_portable
from supple.devices.store.rescue import keep_elsewhere
from supple.devices.store.store import MemoryStore, Store
from supple.devices.store.versions import version_of


class Rescue:
    """Writes what is still in memory, with what the disk has of the same sessions."""

    def __init__(self, store: Store, device: Device, clock: Clock, words: NullTranslations) -> None:
        self._store = store
        self._device = device
        self._clock = clock
        self._words = words

    def save(self, boxes: Sequence[Outbox], target: Path) -> int:
        """Write these sessions as one portable file; how many records it holds.

        They stay in memory, too, and are written into the history once that is possible; the file
        then brings nothing new. Raises InputError, FacilityError and StoreError.
        """
        idents = [record.id for box in boxes for record in box.records]
        found = [
            self._store.read(partial(version_of, kind=RecordKind.SESSION, ident=ident))
            for ident in idents
        ]
        known = [each for each in found if each is not None and not isinstance(each, Deletion)]
        unsaved = [job for box in boxes for job in box.unsaved]
        memory = MemoryStore(self._device, self._clock, self._words)
        try:
            memory.write(partial(keep_elsewhere, known=known, unsaved=unsaved)).result()
            job = partial(
                write_portable,
                target=target,
                made_by=f"supple {version('supple')}",
                choice=Choice(),
                words=self._words,
            )
            return memory.read(job)
        finally:
            memory.close()
