"""Names of records that no other computer will give to its own."""


def new_id() -> str:
    """A UUIDv7: unique everywhere, and sorted by time."""
    import uuid6  # costs more than all of SQLite, and only recording needs it

    return str(uuid6.uuid7())
