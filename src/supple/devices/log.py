"""The log: where a fault of the program itself is written down. Nothing about a body goes in."""

import logging
import sys
import threading
from contextlib import suppress
from gettext import NullTranslations
from logging.handlers import RotatingFileHandler
from pathlib import Path

from supple.devices.files import Folders

_LIMIT_BYTES = 500_000
_KEPT = 3
_LOG = logging.getLogger("supple")


class _QuietFileHandler(RotatingFileHandler):
    """Where the disk refuses the log, nothing is printed in its place."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let the line go: the user is told of the disk by what cannot be saved."""


class LogFile:
    """The log file of one run. It is made with the first line, readable by its owner alone."""

    def __init__(self, folders: Folders, words: NullTranslations) -> None:
        self._path = folders.log_file
        self._words = words
        self._handler: RotatingFileHandler | None = None

    @property
    def path(self) -> Path:
        """Where the log lies."""
        return self._path

    def open(self) -> None:
        """From now on warnings and worse go into the file instead of the terminal."""
        with suppress(OSError):  # told by whoever needs the folder; a log alone stops nothing
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _QuietFileHandler(
            self._path, maxBytes=_LIMIT_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        handler.setLevel(logging.WARNING)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(handler)
        self._handler = handler

    def close(self) -> None:
        """Let go of the file. May be called again."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def write_down(self, fault: BaseException) -> str:
        """Keep a fault of the program with its whole story; what to tell the user."""
        _LOG.error("a fault of the program", exc_info=fault)
        with suppress(OSError):
            self._path.chmod(0o600)
        told = self._words.gettext(
            "Something in Supple went wrong. What you finished is safe. The fault is in {log}."
        )
        return told.format(log=self._path)

    def catch_all(self) -> None:
        """Write down what nobody else catches: in callbacks of the window and in threads."""
        sys.excepthook = lambda _kind, fault, _trace: self._tell(fault)
        threading.excepthook = lambda args: self._tell(args.exc_value or args.exc_type())

    def _tell(self, fault: BaseException) -> None:
        sys.stderr.write(f"{self.write_down(fault)}\n")
