"""What can go wrong in a way a person can mend. Everything else that is raised is a bug."""


class SuppleError(Exception):
    """A fault the user can understand: what is wrong, where, what would be right, what to do.

    `str()` of it is the whole message, ready to be shown. `exit_code` is what the command line
    ends with.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", allowed: str = "", fix: str = "") -> None:
        self.what = what
        self.where = where
        self.allowed = allowed
        self.fix = fix
        super().__init__(self.message())

    def message(self) -> str:
        """All that is known, in one short paragraph."""
        place = f"{self.where}: " if self.where else ""
        rest = [part for part in (self.allowed, self.fix) if part]
        return " ".join([place + self.what, *rest])


class InputError(SuppleError):
    """The user gave something that cannot be used: a word, a file, a value."""

    exit_code = 2


class FacilityError(SuppleError):
    """A part of the machine does not do its work: disk, voice, display."""
