import json
import os
from pathlib import Path

import pytest

from supple.app.container import Container
from supple.cli.main import main
from supple.core.plan.records import Decision
from supple.core.plan.screening import Answers


def home() -> Container:
    return Container(os.environ)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["plan", *arguments]) == 0
    return capsys.readouterr().out


def test_before_the_first_session_it_says_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys)
    assert said.startswith("No plan yet. Two short sessions a week to begin with.\n")
    assert "Next: First session (first-session), 10 minutes. A short first session." in said


def test_what_is_changed_is_said_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with home() as app:
        app.safety.answer(Answers(frozenset({"has-balance-problem"})))
        app.safety.set_aside("half-forward-fold")
        app.planning.decide(Decision.START)
    said = told(capsys)
    assert "Week 1 of your plan: 15 seconds, 2 times this week. 0 of 2 done." in said
    assert "Next: Gentle and balance-supported (gentle-supported)" in said
    assert "  Half forward fold on a support -> Chair fold, one leg: Set aside for now." in said


def test_show_tells_what_the_answers_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "strap-supine-stretch", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["for_you"] is None
    with home() as app:
        app.safety.answer(Answers(frozenset({"has-pregnancy"})))
    assert main(["show", "strap-supine-stretch"]) == 0
    assert "Because you ticked: pregnancy." in capsys.readouterr().out
    assert main(["show", "half-forward-fold"]) == 0
    assert "Wide feet, easy range, no deep stretch." in capsys.readouterr().out
    assert main(["show", "full-home"]) == 0
    assert "Pelvic tilt -> left out: Because you ticked: pregnancy." in (capsys.readouterr().out)
    assert main(["show", "full-home", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["for_you"]) == 4


def test_as_json_it_tells_where_the_plan_stands(capsys: pytest.CaptureFixture[str]) -> None:
    with home() as app:
        app.planning.decide(Decision.START)
    found = json.loads(told(capsys, "--json"))
    assert (found["mode"], found["stage"], found["week"], found["hold_s"]) == ("on", "start", 1, 15)
    assert (found["done_this_week"], found["wanted_this_week"]) == (0, 2)
    assert (found["sessions"], found["questions_due"]) == ("unanswered", "first")
    assert found["next"]["routine"] == "first-session"
    assert found["next"]["seconds"] == 627.0
    assert found["next"]["changes"] == []


def test_as_json_nothing_comes_next_while_sessions_are_closed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with home() as app:
        app.safety.answer(Answers(frozenset({"red-saddle"})))
    found = json.loads(told(capsys, "--json"))
    assert (found["sessions"], found["questions_due"], found["next"]) == (
        "emergency",
        "locked",
        None,
    )


def test_planned_days_go_into_a_calendar_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with home() as app:
        app.planning.decide(Decision.START)
    target = tmp_path / "days.ics"
    assert told(capsys, "--ics", str(target)) == ""
    assert target.read_text("utf-8").count("BEGIN:VEVENT") >= 1


def test_list_tells_what_is_left_out_and_changed_and_names_the_pages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def listed(*arguments: str) -> str:
        assert main(["list", *arguments]) == 0
        return capsys.readouterr().out

    assert json.loads(listed("exercises", "--json"))[0]["for_you"] is None
    with home() as app:
        app.safety.answer(Answers(frozenset({"has-pregnancy", "has-balance-problem"})))
    assert "(left out: Because you ticked: pregnancy)" in listed("exercises")
    assert "(3 steps changed)" in listed("routines")
    found = {each["id"]: each["for_you"] for each in json.loads(listed("routines", "--json"))}
    assert found["gentle-supported"] == {"is_enough": True, "changes": 0, "instead": ""}
    exercises = {each["id"]: each["for_you"] for each in json.loads(listed("exercises", "--json"))}
    assert exercises["leg-raise-basic"]["left_out"]["why"] == "screening"
    assert "learn-faq" in listed("pages")
    assert len(json.loads(listed("pages", "--json"))) == 18


def test_a_page_can_be_read_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "learn-traffic-light"]) == 0
    assert "**Red:** sharp, burning, numb, tingling, shooting" in capsys.readouterr().out
    assert main(["show", "learn-faq", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Questions and answers"
    assert main(["show", "learn-nothing"]) == 2


def test_what_was_set_aside_is_told_with_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    with home() as app:
        app.safety.set_aside("bridge")
    assert "Bridge: Set aside for now." in told(capsys)
    (aside,) = json.loads(told(capsys, "--json"))["set_aside"]
    assert (aside["exercise"], aside["until"]) == ("bridge", None)
