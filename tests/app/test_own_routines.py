"""The user's own routines: written, read again, shared, thrown away, put back."""

import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from supple.app.editing import Editing
from supple.app.own_routines import OwnRoutines, as_toml
from supple.core.catalogue import draft
from supple.core.catalogue.routine import RestRow, Routine, RoutineStep
from supple.core.errors import InputError
from supple.core.session.steps import Part
from tests.app.program import Program


@pytest.fixture
def own(program: Program) -> OwnRoutines:
    program.nothing_fits()
    return program.app.own_routines


def step(exercise: str = "bridge", reps: int | None = 8, **fields: object) -> RoutineStep:
    plain = RoutineStep(part=Part.MAIN, exercise=exercise, sets=1, get_ready_s=5, reps=reps)
    return replace(plain, **fields)


@pytest.mark.parametrize("ident", ["supine-mat", "test-day", "walk-10", "desk-break-2"])
def test_a_copy_reads_back_as_it_was_written(
    program: Program, own: OwnRoutines, ident: str
) -> None:
    mine = own.copy(ident)
    assert program.app.catalogue.routine(mine.id) == mine
    assert mine.steps == program.app.catalogue.routine(ident).steps
    assert program.app.catalogue.is_own(mine.id)
    assert program.app.catalogue.broken() == ()


def test_everything_a_row_can_hold_survives_the_file(program: Program, own: OwnRoutines) -> None:
    rows = (
        step(say='Say "hello", softly.', note="Slowly = well", rest_s=20, sets=2),
        RestRow(30),
        step("strap-supine-stretch", reps=None, hold_s=45, side="left"),
    )
    routine = Routine(id="all-of-it", name="Alles, ümläut “quoted” = yes", steps=rows)
    own.save(routine)
    assert program.app.catalogue.broken() == ()
    assert program.app.catalogue.routine("all-of-it") == routine


def test_the_file_says_only_what_is_not_usual() -> None:
    data = tomllib.loads(as_toml(Routine(id="mine", name="Mine", steps=(step(), RestRow(10)))))
    assert set(data) == {"id", "name", "steps", "format"}
    assert set(data["steps"][0]) == {"part", "exercise", "sets", "get_ready_s", "reps"}
    assert data["steps"][1] == {"rest": 10}


def test_names_become_free_ids(own: OwnRoutines) -> None:
    first = own.new("Sunday: long one!")
    assert first.id == "sunday-long-one"
    own.save(replace(first, steps=(step(),)))
    assert own.new("Sunday long one").id == "sunday-long-one-2"
    assert own.new("supine mat").id == "supine-mat-2"
    assert own.new("bridge").id == "bridge-2"
    assert own.new("日曜日").id == "routine"
    assert len(own.new("very long " * 20).id) <= 60


def test_a_routine_is_shared_as_one_file_and_taken_in_elsewhere(
    program: Program, own: OwnRoutines, tmp_path: Path
) -> None:
    mine = own.copy("morning-10")
    own.export(mine.id, tmp_path / "For Anna.toml")
    taken = own.import_(tmp_path / "for-anna.supple.toml")
    assert taken.id != mine.id
    assert taken.steps == mine.steps
    assert program.app.catalogue.broken() == ()


def test_a_faulty_file_is_refused_with_its_faults_and_nothing_is_written(
    program: Program, own: OwnRoutines, tmp_path: Path
) -> None:
    bad = tmp_path / "hotel.supple.toml"
    bad.write_text(
        'id = "hotel"\nname = "Hotel"\nsteps = [\n'
        '{ part = "main", exercise = "bridge", reps = 400, sets = 1, get_ready_s = 5 } ]\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"steps\[0\].reps"):
        own.import_(bad)
    assert list(program.app.folders.routines.glob("*")) == []


def test_deleting_can_be_undone_to_the_byte(program: Program, own: OwnRoutines) -> None:
    mine = own.copy("morning-10")
    path = program.app.folders.routines / f"{mine.id}.toml"
    before = path.read_bytes()
    content = own.delete(mine.id)
    assert not path.exists()
    own.put_back(mine.id, content)
    assert path.read_bytes() == before


def test_a_routine_that_is_not_there_cannot_be_deleted(own: OwnRoutines) -> None:
    with pytest.raises(InputError):
        own.delete("nothing-here")


def test_every_change_is_on_disk_and_can_be_taken_back(program: Program, own: OwnRoutines) -> None:
    mine = own.copy("supine-mat")
    editing = Editing(mine, own.save)
    for _ in range(5):
        editing.change(draft.removed(editing.routine, 0))
    assert program.app.catalogue.routine(mine.id) == editing.routine
    shortest = editing.routine
    while editing.can_undo:
        editing.undo()
    assert editing.routine == mine
    assert program.app.catalogue.routine(mine.id) == mine
    while editing.can_redo:
        editing.redo()
    assert program.app.catalogue.routine(mine.id) == shortest


def test_a_change_after_an_undo_forgets_what_was_undone(own: OwnRoutines) -> None:
    editing = Editing(own.copy("supine-mat"), own.save)
    editing.change(draft.removed(editing.routine, 0))
    editing.undo()
    editing.change(draft.removed(editing.routine, 1))
    assert not editing.can_redo


def test_a_routine_without_an_exercise_is_not_written_yet(
    program: Program, own: OwnRoutines
) -> None:
    editing = Editing(own.new("Soon"), own.save)
    editing.change(draft.inserted(editing.routine, 0, RestRow(10)))
    assert not (program.app.folders.routines / "soon.toml").exists()
    editing.change(draft.inserted(editing.routine, 0, step()))
    assert program.app.catalogue.routine("soon") == editing.routine


def test_a_name_that_no_file_may_hold_is_kept_as_far_as_it_may(
    program: Program, own: OwnRoutines
) -> None:
    rows = (step(say="Rest\u202e now" + "!" * 200), RestRow(30))
    own.save(Routine(id="mine", name="M\u202ey \u2066long\u2069\x1b one" + "!" * 100, steps=rows))
    own.save(Routine(id="none", name="\u202e", steps=(step(),)))
    assert program.app.catalogue.broken() == ()
    kept = program.app.catalogue.routine("mine")
    assert kept.name == ("My long one" + "!" * 100)[:80]
    assert isinstance(kept.steps[0], RoutineStep)
    assert kept.steps[0].say.startswith("Rest now!")
    assert program.app.catalogue.routine("none").name == "none"


def test_a_copy_of_the_longest_name_can_be_read_again(program: Program, own: OwnRoutines) -> None:
    own.save(Routine(id="mine", name="M" * 80, steps=(step(),)))
    assert program.app.catalogue.routine(own.copy("mine").id).steps
    assert program.app.catalogue.broken() == ()
