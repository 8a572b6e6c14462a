from datetime import UTC
from pathlib import Path

import pytest

from supple.core.errors import InputError
from supple.core.history.foreign import Table
from supple.core.history.versions import SessionVersion
from supple.devices.store.portable import Line
from supple.devices.store.tables import read_columns, read_table
from tests.core.history.versions import DESK
from tests.devices.store.samples import WORDS

COLUMNS = {"day": "Day", "minutes": "Minutes", "note": "What"}


def lines(content: bytes, folder: Path, columns: dict[str, str] | None = None) -> list[Line]:
    path = folder / "table.csv"
    path.write_bytes(content)
    table = Table(columns or COLUMNS, "Elsewhere", DESK, lambda at: at.replace(tzinfo=UTC))
    return list(read_table(path, table, WORDS))


def notes(found: list[Line]) -> list[str]:
    return [line.version.note for line in found if isinstance(line.version, SessionVersion)]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [b",", b";", b"\t"])
def test_every_usual_delimiter_is_understood(delimiter: bytes, mark: bytes, tmp_path: Path) -> None:
    rows = [[b"Day", b"Minutes", b"What"], [b"2026-05-13", b"10", b'"a ""good"" one"']]
    content = mark + b"\r\n".join(delimiter.join(row) for row in rows)
    assert notes(lines(content, tmp_path)) == ['a "good" one']


def test_faults_bear_the_number_of_their_row_and_empty_rows_are_none(tmp_path: Path) -> None:
    found = lines(b"Day,Minutes,What\n2026-05-13,10,a\n\nx,10,b\n2026-05-14,20\n", tmp_path)
    assert [(line.number, bool(line.fault)) for line in found] == [
        (2, False),
        (4, True),
        (5, False),
    ]


def test_older_encodings_and_control_signs_do_no_harm(tmp_path: Path) -> None:
    content = "Day,Minutes,What\n2026-05-13,10,Rücken\x1b[31m\0\n".encode("cp1252")
    assert notes(lines(content, tmp_path)) == ["Rücken [31m"]


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Dauer") as error:
        lines(b"Day,Minutes\n", tmp_path, {"day": "Day", "minutes": "Dauer"})
    assert error.value.allowed == "Columns: Day, Minutes."


@pytest.mark.parametrize("content", [b"", b"\xff" * 300_000, b'"' * 200_000, b"\n" * 10])
def test_what_is_no_table_lacks_its_columns(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Day"):
        lines(content, tmp_path)


def test_the_columns_of_a_table_are_told(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"\xef\xbb\xbfDay;;Minutes \n1;2;3\n")
    assert read_columns(path, WORDS) == ("Day", "Minutes")
