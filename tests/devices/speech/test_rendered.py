"""What is kept of rendered texts."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from supple.devices.speech.player import Clip
from supple.devices.speech.rendered import Clips


@given(st.lists(st.tuples(st.integers(0, 20), st.floats(0.1, 40)), max_size=60))
def test_the_last_clips_are_kept_up_to_a_length(added: list[tuple[int, float]]) -> None:
    clips, nowhere = Clips(keep_s=60), Path("/no/such/file")
    for number, seconds in added:
        if clips.find(str(number)) is None:
            clips.add(str(number), Clip(nowhere, seconds))
        assert clips.find(str(number)) is not None
        kept = [c.seconds for n in range(21) if (c := clips.find(str(n))) is not None]
        clips.find(str(number))
        assert sum(kept) <= 60 + 1e-6 or len(kept) == 1
    clips.clear()
    assert all(clips.find(str(number)) is None for number in range(21))


def test_what_is_thrown_away_leaves_the_disk(tmp_path: Path) -> None:
    clips = Clips(keep_s=2)
    for name in "abc":
        (tmp_path / name).touch()
        clips.add(name, Clip(tmp_path / name, 1.0))
    assert {path.name for path in tmp_path.iterdir()} == {"b", "c"}
    clips.find("b")
    (tmp_path / "d").touch()
    clips.add("d", Clip(tmp_path / "d", 1.0))
    assert {path.name for path in tmp_path.iterdir()} == {"b", "d"}
    clips.clear()
    assert not list(tmp_path.iterdir())
