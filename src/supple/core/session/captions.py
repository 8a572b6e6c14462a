"""What was said lately: a line stays to be read for a while, even where the next comes soon."""

READ_S = 2.5


class Captions:
    """The last line, and those before it that nobody has had the time to read.

    A single word, such as a count, is read at a glance and makes room at once.
    """

    def __init__(self) -> None:
        self._lines: list[tuple[float, str]] = []

    def hear(self, text: str, at: float) -> None:
        """A line is said at this moment; empty text is none."""
        if text:
            unread = [line for line in self._lines if at - line[0] < READ_S and " " in line[1]]
            self._lines = [*unread, (at, text)]

    def forget(self) -> None:
        """What was said no longer holds."""
        self._lines.clear()

    @property
    def last(self) -> str:
        """The line that was said last."""
        return self._lines[-1][1] if self._lines else ""

    @property
    def shown(self) -> str:
        """That line, behind those still to be read."""
        return " ".join(text for _, text in self._lines)
