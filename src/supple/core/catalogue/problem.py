"""A fault found in a content file: where, what, and what would be right."""

import msgspec


class Problem(msgspec.Struct, frozen=True, order=True):
    """`where` is a key path such as `cues.hold[2]`, or `line 12` for a fault of the syntax."""

    where: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.where}: {self.what}", self.allowed) if part)
