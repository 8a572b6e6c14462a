"""The file behind the log, loaded with the first line: most runs have none."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LIMIT_BYTES = 500_000
_KEPT = 3


class RotatedFile(RotatingFileHandler):
    """Where the disk refuses the log, nothing is printed in its place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=_LIMIT_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Let the line go: the user is told of the disk by what cannot be saved."""
