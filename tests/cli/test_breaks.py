import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.cli.main import main
from supple.devices.desktop.handover import Handover, Reply, Request

SAID = "Next desk break at 14:30, in 22 minutes."


@pytest.fixture
def asked(supple_home: Path) -> Iterator[list[Request]]:
    """A running program; the requests that reached it."""
    requests: list[Request] = []

    def take(request: Request) -> Reply:
        requests.append(request)
        return (
            Reply(error="No such routine.")
            if request.routine == "desk-break-5"
            else Reply(text='{"answer": "wait"}' if request.as_json else SAID)
        )

    with Container({"SUPPLE_HOME": str(supple_home)}) as app:
        app.folders.create(app.words)
        handover = Handover(app.folders.data, app.words)
        assert handover.claim()
        handover.serve(take)
        yield requests
        handover.close()


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        (["status"], Request("breaks-status")),
        (["resume"], Request("breaks-resume")),
        (["skip"], Request("breaks-skip")),
        (["pause"], Request("breaks-pause")),
        (["pause", "1h30m"], Request("breaks-pause", seconds=5400)),
    ],
)
def test_the_running_program_is_asked_and_its_answer_printed(
    asked: list[Request],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    request_: Request,
) -> None:
    assert main(["breaks", *arguments]) == 0
    assert asked == [request_]
    assert capsys.readouterr().out == f"{SAID}\n"


def test_the_status_is_told_to_programs_as_json(
    asked: list[Request], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["breaks", "status", "--json"]) == 0
    assert asked == [Request("breaks-status", as_json=True)]
    assert json.loads(capsys.readouterr().out) == {"answer": "wait"}


def test_without_a_running_program_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["breaks", "status"]) == 1
    assert "supple --tray" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["pause", "soon"], ["status", "1h"], ["stop"], [], ["skip", "--json"]]
)
def test_wrong_words_are_refused_with_the_right_ones(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["breaks", *arguments]) == 2
    assert capsys.readouterr().err


def test_a_break_is_handed_over_with_its_routine(asked: list[Request]) -> None:
    assert main(["break", "desk-break-3"]) == 0
    assert main(["break"]) == 0
    assert [(request.do, request.routine) for request in asked] == [
        ("break", "desk-break-3"),
        ("break", "desk-break-2"),
    ]


def test_what_the_running_program_refuses_is_told(
    asked: list[Request], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["break", "desk-break-5"]) == 1
    assert len(asked) == 1
    assert "No such routine." in capsys.readouterr().err


def test_a_break_with_no_such_routine_asks_nobody(asked: list[Request]) -> None:
    assert main(["break", "no-such-routine"]) == 2
    assert asked == []
