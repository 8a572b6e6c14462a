"""No way into a session leads around the screening."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.app.safety import ClosedError
from supple.app.sessions import Ears, Opened, Request
from supple.core.history.records import SessionRecord, Source, Unfinished
from supple.core.plan.screening import Access, Answers
from supple.core.session.engine import Intent
from supple.core.session.events import AnyEvent, Hurt
from supple.core.session.steps import Part
from tests.devices.store.samples import compiled, session

CLOSING = {
    Access.EMERGENCY: Answers(frozenset({"red-both-legs"})),
    Access.SEE_FIRST: Answers(frozenset({"urgent-severe"})),
    Access.ASK_FIRST: Answers(frozenset({"has-other-back"})),
}
SAID = {
    Access.EMERGENCY: "emergency",
    Access.SEE_FIRST: "talk to a doctor",
    Access.ASK_FIRST: "ask a professional",
}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Container]:
    with Container({"SUPPLE_HOME": str(tmp_path)}) as app:
        yield app


def request(routine: str, **fields: float) -> Request:
    return Request(routine=routine, source=Source.TERMINAL, voiced=False, **fields)  # type: ignore[arg-type]


def ears(heard: list[AnyEvent] | None = None) -> Ears:
    return Ears(((heard if heard is not None else []).append,), lambda _error: None, wait=True)


def opened(app: Container, routine: str = "core-posture") -> Opened:
    return app.sessions.open(request(routine), ears())


@pytest.mark.parametrize("closed", CLOSING)
def test_every_shipped_routine_is_refused_while_sessions_are_closed(
    app: Container, closed: Access
) -> None:
    app.safety.answer(CLOSING[closed])
    for routine in app.catalogue.shipped_routine_ids:
        with pytest.raises(ClosedError, match=SAID[closed]) as refusal:
            opened(app, routine)
        assert refusal.value.access is closed


@pytest.mark.parametrize("closed", [Access.EMERGENCY, Access.SEE_FIRST])
def test_a_session_that_was_cut_off_is_not_resumed_while_closed(
    app: Container, closed: Access
) -> None:
    app.safety.answer(CLOSING[closed])
    record: SessionRecord = session(1, routine="morning-10")
    cut_off = Unfinished(session=record, steps=compiled(), ended=())
    with pytest.raises(ClosedError):
        app.sessions.resume(cut_off, request("morning-10"), ears())


def test_a_routine_of_ones_own_is_no_way_around(app: Container) -> None:
    app.folders.create(app.words)
    source = (app.catalogue.shipped_folder / "full-home.toml").read_text("utf-8")
    own = source.replace('id = "full-home"', 'id = "mine"')
    (app.folders.routines / "mine.toml").write_text(own, "utf-8")
    app.safety.answer(CLOSING[Access.EMERGENCY])
    with pytest.raises(ClosedError):
        opened(app, "mine")


def test_who_waits_for_a_professionals_word_may_rest(app: Container) -> None:
    app.folders.create(app.words)
    rest = """
id = "rest"
name = "Rest"
steps = [{ part = "main", exercise = "breathing-rest", seconds = 60, sets = 1, get_ready_s = 0 }]
"""
    (app.folders.routines / "rest.toml").write_text(rest, "utf-8")
    app.safety.answer(CLOSING[Access.ASK_FIRST])
    assert opened(app, "rest").session.planned_s == 60


def test_too_little_left_is_refused_with_a_suggestion(app: Container) -> None:
    app.safety.answer(Answers(frozenset({"has-sciatica"})))
    with pytest.raises(ClosedError, match='"core-posture"'):
        opened(app, "full-home")
    assert opened(app, "core-posture").session.is_enough


def test_the_strongest_routine_stays_hidden_after_a_cleared_lock_tag(app: Container) -> None:
    app.safety.answer(Answers(frozenset({"has-other-back"})))
    app.planning.clear("known-back-condition")
    with pytest.raises(ClosedError, match="strongest"):
        opened(app, "deeper-stretch")
    assert opened(app, "full-home").session.is_enough


def test_nothing_answered_yet_runs_the_routine_unchanged(app: Container) -> None:
    assert opened(app, "deeper-stretch").session.changes == ()


@pytest.mark.parametrize(
    ("answer", "access"),
    [
        (Hurt.CHEST, Access.EMERGENCY),
        (Hurt.NERVE, Access.CHECK_AGAIN),
        (Hurt.SHARP, Access.CLEAR),
        (Hurt.DIZZY, Access.CLEAR),
    ],
)
def test_a_stop_sign_in_a_session_ends_it_and_holds_at_once(
    app: Container, answer: Hurt, access: Access
) -> None:
    app.safety.answer(Answers())
    session = opened(app)
    session.runner.start()
    session.runner.do(Intent.HURTS)
    session.runner.answer(answer)
    assert session.runner.ended
    assert app.safety.standing().access is access


def test_a_cramp_leaves_the_session_open(app: Container) -> None:
    app.safety.answer(Answers())
    session = opened(app)
    session.runner.start()
    session.runner.do(Intent.HURTS)
    session.runner.answer(Hurt.CRAMP)
    assert not session.runner.ended
    session.runner.do(Intent.STOP)
    assert app.safety.standing().access is Access.CLEAR


def test_changed_steps_stand_in_the_session_with_their_reasons(app: Container) -> None:
    app.safety.answer(Answers(frozenset({"has-pregnancy"})))
    session = opened(app, "full-home").session
    assert [change.exercise for change in session.changes] == [
        "standing-forward-fold",
        "strap-supine-stretch",
        "leg-raise-slow",
        "pelvic-tilt",
    ]
    lying = {step.exercise for step in session.steps if step.part is Part.MAIN}
    assert "strap-supine-stretch" not in lying


def play(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "supple", *arguments]
    environment = {"SUPPLE_HOME": str(home), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("closed", [Access.EMERGENCY, Access.SEE_FIRST])
def test_the_terminal_refuses_with_the_message_and_exit_code_1(
    tmp_path: Path, closed: Access
) -> None:
    with Container({"SUPPLE_HOME": str(tmp_path)}) as app:
        app.safety.answer(CLOSING[closed])
    settings = tmp_path / "settings.toml"
    settings.write_text('[session]\nextra_ready_s = 5\n[screening]\nlock = "none"\n', "utf-8")
    done = play(tmp_path, "play", "desk-break-2", "--speed", "1000", "--no-voice")
    assert done.returncode == 1
    assert SAID[closed] in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    plan = play(tmp_path, "plan")
    assert plan.returncode == 0
    assert "Sessions are closed for now." in plan.stdout
    assert SAID[closed] in plan.stdout
