"""The composition root: everything the program is made of, built when it is first needed."""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from gettext import NullTranslations
from types import TracebackType
from typing import Self

from supple.app.catalogue import Catalogue
from supple.devices.clock import Clock, SystemClock
from supple.devices.files import Folders, asset
from supple.devices.words import system_language, words_in


class Container:
    """One running program. What is built is closed in reverse order at the end of the block.

    Parts are imported where they are built, so that a short command loads only what it uses.
    `language` overrides what settings and system say.
    """

    def __init__(
        self, environ: Mapping[str, str], *, language: str | None = None, clock: Clock | None = None
    ) -> None:
        self._environ = environ
        self._asked_language = language
        self.clock = clock or SystemClock()
        self._closing = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what was built, the youngest first. May be called again."""
        self._closing.close()

    @cached_property
    def folders(self) -> Folders:
        """Where the user's files lie."""
        return Folders.of(self._environ)

    @cached_property
    def language(self) -> str:
        """The language of words and voice."""
        return self._asked_language or system_language(self._environ)

    @cached_property
    def words(self) -> NullTranslations:
        """The translations of the language. Raises InputError for one there is not."""
        return words_in(self.language)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Exercises and routines."""
        return Catalogue(self.folders.routines, self.words)
