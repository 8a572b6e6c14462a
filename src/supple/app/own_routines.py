"""The user's own routines: one TOML file each, written, copied, shared, thrown away."""

import re
import unicodedata
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import msgspec
from msgspec.structs import fields, replace

from supple.app.catalogue import ROUTINE_LIMIT_BYTES, Catalogue, stem_of
from supple.core.catalogue.draft import writable
from supple.core.catalogue.problem import Problem
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.errors import FacilityError, InputError
from supple.devices.files import Folders, read_bounded, write_atomic

_LONGEST_ID = 50
_SUFFIX = ".toml"
_SHARED_SUFFIX = ".supple.toml"


class OwnRoutines:
    """Keeps routines in the user's folder for them."""

    def __init__(self, catalogue: Catalogue, folders: Folders, words: NullTranslations) -> None:
        self._catalogue = catalogue
        self._folders = folders
        self._words = words

    def new(self, name: str = "") -> Routine:
        """An empty routine of this name, not yet on disk."""
        name = name or self._words.gettext("My routine")
        return Routine(id=self._free_id(name), name=name, steps=())

    def copy(self, ident: str) -> Routine:
        """The user's own copy of a routine, written. Raises InputError and FacilityError."""
        source = self._catalogue.routine(ident)
        name = self._words.gettext("{name}, my way").format(name=source.name)
        mine = replace(source, id=self._free_id(name), name=name, from_week=1)
        self.save(mine)
        return mine

    def save(self, routine: Routine) -> None:
        """Write a routine into its file. Raises FacilityError."""
        self._folders.create(self._words)
        write_atomic(self._path(routine.id), as_toml(writable(routine)).encode(), self._words)

    def delete(self, ident: str) -> bytes:
        """Delete a routine; its file's content, for `put_back`. Raises InputError."""
        path = self._path(ident)
        content = read_bounded(path, ROUTINE_LIMIT_BYTES, self._words)
        try:
            path.unlink()
        except OSError as error:
            what = self._words.gettext("The routine can't be deleted.")
            raise FacilityError(what, where=str(path)) from error
        return content

    def files(self) -> tuple[Path, ...]:
        """The files of all of them, those too that cannot be read."""
        folder = self._folders.routines
        return tuple(sorted(folder.glob("*" + _SUFFIX))) if folder.is_dir() else ()

    def copy_to(self, folder: Path) -> None:
        """Copy all files into a folder that is there. Raises InputError and FacilityError."""
        for path in self.files():
            content = read_bounded(path, ROUTINE_LIMIT_BYTES, self._words)
            write_atomic(folder / path.name, content, self._words)

    def delete_all(self) -> None:
        """Delete all files. Raises FacilityError."""
        for path in self.files():
            try:
                path.unlink()
            except OSError as error:
                what = self._words.gettext("The routine can't be deleted.")
                raise FacilityError(what, where=str(path)) from error

    def put_back(self, ident: str, content: bytes) -> None:
        """Undo `delete`."""
        write_atomic(self._path(ident), content, self._words)

    def export(self, ident: str, target: Path) -> None:
        """Write a routine as a file to share. Raises InputError and FacilityError."""
        stem = _slug(stem_of(target)) or ident
        routine = replace(self._catalogue.routine(ident), id=stem)
        target = target.with_name(stem + _SHARED_SUFFIX)
        write_atomic(target, as_toml(routine).encode(), self._words)

    def import_(self, source: Path) -> Routine:
        """Take a shared routine in, under a free name.

        Raises InputError with everything that is wrong with the file.
        """
        routine, problems = self._catalogue.check_routine(source, own=False)
        serious = [problem for problem in problems if problem.where != "id"]
        if routine is None or serious:
            raise InputError(
                " ".join(fault.told(self._words) for fault in serious or problems),
                where=str(source),
            )
        routine = replace(routine, id=self._free_id(routine.name))
        self.save(routine)
        return routine

    def faults(self, path: str) -> tuple[Problem, ...]:
        """What is wrong with one of the user's files."""
        return self._catalogue.check_routine(Path(path), own=True)[1]

    def _path(self, ident: str) -> Path:
        shared = self._folders.routines / (ident + _SHARED_SUFFIX)
        return shared if shared.exists() else self._folders.routines / (ident + _SUFFIX)

    def _free_id(self, name: str) -> str:
        stem = _slug(name) or "routine"
        taken = {*self._catalogue.shipped_routine_ids, *self._catalogue.exercise_ids}
        taken |= {stem_of(path) for path in self.files()}
        found, number = stem, 1
        while found in taken:
            number += 1
            found = f"{stem}-{number}"
        return found


def as_toml(routine: Routine) -> str:
    """The routine as the text of its file; what is as usual is left out."""
    import tomlkit

    document = tomlkit.document()
    for key, value in _unusual(routine).items():
        if key != "steps":
            document.add(key, tomlkit.item(value))
    rows = tomlkit.array()
    rows.multiline(multiline=True)
    for row in routine.steps:
        table = tomlkit.inline_table()
        values = dict(_unusual(row))
        if picture := str(values.pop("picture", "")):
            # Looking for what to escape in it, sign by sign, would take longer than all the rest.
            values["picture"] = tomlkit.string("".join(picture.split()), escape=False)
        table.update(values)
        rows.append(table)
    document.add("steps", rows)
    return tomlkit.dumps(document)


def _unusual(record: Routine | RoutineStep | RestRow) -> Mapping[str, object]:
    """The fields that are needed: those without a default, and those that differ from theirs."""
    found = {
        field.name: msgspec.to_builtins(value)
        for field in fields(record)
        if (value := getattr(record, field.name)) != field.default
    }
    return found | {"format": 1} if isinstance(record, Routine) else found


def _slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-")
