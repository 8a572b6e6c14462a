"""Owns how wide the columns of a table are: no word breaks, and as few lines as can be."""

from collections.abc import Callable, Sequence

from supple.ui.widgets.breakable import breakable


def shared_out(
    columns: Sequence[Sequence[str]], room: float, around: float, measure: Callable[[str], float]
) -> list[float]:
    """A width for each column of cells, `around` of it beside the words.

    Each has its longest word, though all be wider than the room; what is left of that goes to
    where most words would break.
    """
    words = [[word for cell in cells for word in breakable(cell)] for cells in columns]
    least = [max(map(measure, each), default=0.0) + around for each in words]
    whole = [max(map(measure, cells), default=0.0) + around for cells in columns]
    spare, wanted = room - sum(least), sum(whole) - sum(least)
    if spare < 0:
        return least
    if wanted <= 0:
        return [few + spare / len(least) for few in least]
    return [few + (full - few) * spare / wanted for few, full in zip(least, whole, strict=True)]
