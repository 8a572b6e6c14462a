"""The log: where a fault of the program itself is written down. Nothing about a body goes in."""

import logging
import sys
import threading
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path

from supple.devices.files import Folders

_LOG = logging.getLogger("supple")


class _LateFile(logging.Handler):
    """Opens the file with the first line."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        if self._file is None:
            from supple.devices.rotated_file import RotatedFile

            self._file = RotatedFile(self._path)
        self._file.handle(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class LogFile:
    """The log file of one run. It is made with the first line, readable by its owner alone."""

    def __init__(self, folders: Folders, words: NullTranslations) -> None:
        self._path = folders.log_file
        self._words = words
        self._handler: _LateFile | None = None

    @property
    def path(self) -> Path:
        """Where the log lies."""
        return self._path

    def open(self) -> None:
        """From now on warnings and worse go into the file instead of the terminal."""
        with suppress(OSError):  # told by whoever needs the folder; a log alone stops nothing
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._handler = _LateFile(self._path)
        logging.getLogger().addHandler(self._handler)

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
