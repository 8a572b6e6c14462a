"""Names of records: of the standard's form, one after the other, and never the same twice."""

import time
from uuid import RFC_4122, UUID

from supple.devices.store.ids import new_id


def test_a_name_tells_its_moment_in_the_standards_form() -> None:
    before = time.time_ns()
    name = UUID(new_id())
    after = time.time_ns()
    assert (name.version, name.variant) == (7, RFC_4122)
    assert before // 1_000_000 <= name.int >> 80 <= after // 1_000_000


def test_names_are_sorted_by_time_and_differ_in_the_same_instant() -> None:
    names = [new_id() for _ in range(2_000)]
    assert len(set(names)) == len(names)
    moments = [name[:18] for name in names]
    assert moments == sorted(moments)
