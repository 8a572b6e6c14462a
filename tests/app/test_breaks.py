from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path

import msgspec
import pytest

from supple.app.break_options import break_options
from supple.app.break_requests import BreakRequests
from supple.app.breaks import BreakNews, Breaks
from supple.core.breaks.answer import Break, Show, Wait, Warn, Why
from supple.core.breaks.day import Mark
from supple.core.breaks.facts import Quiet
from supple.core.breaks.options import BreakOptions
from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Before, Cause, Outcome
from supple.core.plan.screening import Access
from supple.devices.clock import ManualClock
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.handover import Reply, Request
from supple.devices.desktop.kept import Kept, KeptFile, KeptPause
from supple.devices.desktop.moments import Moments, Slept
from supple.devices.desktop.quiet_files import KernelCamera
from supple.devices.desktop.surroundings import Surroundings
from supple.devices.settings.settings import BreakSettings
from supple.devices.store.breaks import list_breaks
from supple.devices.store.device import Device
from supple.devices.store.faults import StoreError
from supple.devices.store.store import MemoryStore
from tests.devices.desktop.peers import eventually

WORDS = NullTranslations()
MONDAY = datetime(2026, 5, 11, 9, 0, tzinfo=UTC)
MINUTE = 60.0
HOUR = 3600.0


class Office:
    """One running program's breaks, on a clock driven by hand, with a camera made of a file."""

    def __init__(self, folder: Path) -> None:
        self.clock = ManualClock(wall=MONDAY)
        self.store = MemoryStore(Device(id="desk", name="desk"), self.clock, WORDS)
        self.camera = folder / "class/video4linux/video0/device/driver/module/refcnt"
        self.camera.parent.mkdir(parents=True)
        self.camera.write_text("0\n")
        self.has_bus = True
        self.desktop = Desktop(
            surroundings=Surroundings([KernelCamera(folder)]), has_bus=lambda: self.has_bus
        )
        self.options = BreakOptions()
        self.kept = KeptFile(folder / "breaks.json", WORDS)
        self.errors: list[Exception] = []
        self.woken = 0
        self.heard: list[BreakNews] = []
        self.breaks = self.start()

    def start(self) -> Breaks:
        """Start the program; again, if it runs already."""
        breaks = Breaks(
            desktop=self.desktop,
            moments=Moments(self.clock, Slept()),
            store=self.store,
            options=lambda: self.options,
            words=WORDS,
            kept=self.kept,
            wake=self._wake,
            failed=self.errors.append,
        )
        self.heard.clear()
        breaks.listen(self.heard.append)
        breaks.look()
        return breaks

    def _wake(self) -> None:
        self.woken += 1

    def live(self, seconds: float) -> BreakNews:
        """Let time pass, looking exactly when that was asked for."""
        end = self.clock.now() + seconds
        while (left_s := end - self.clock.now()) > 0:
            self.clock.advance(min(left_s, self.breaks.wait_s()))
            self.breaks.look()
        return self.breaks.news

    @property
    def records(self) -> list[BreakRecord]:
        self.breaks.close()
        return self.store.read(list_breaks)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    each = Office(tmp_path)
    yield each
    each.breaks.close()
    each.store.close()


def test_a_morning_leads_to_a_break_that_was_announced(office: Office) -> None:
    office.live(50 * MINUTE)
    kinds = [type(news.answer) for news in office.heard]
    assert kinds == [Wait, Warn, Break]
    assert [news.told.title for news in office.heard] == [
        "Desk break at 09:50",
        "Desk break soon",
        "A break is waiting",
    ]


def test_next_to_no_looks_are_asked_for(office: Office) -> None:
    waits = []
    for _look in range(6):
        waits.append(office.breaks.wait_s())
        office.clock.advance(waits[-1])
        office.breaks.look()
    assert min(waits) >= MINUTE


def test_a_message_bus_that_has_gone_is_looked_for_once_a_minute(office: Office) -> None:
    usual_s = office.breaks.wait_s()
    assert usual_s > MINUTE
    office.has_bus = False
    office.breaks.look()
    assert office.breaks.wait_s() == MINUTE
    office.options = msgspec.structs.replace(office.options, is_on=False)
    office.breaks.look()
    assert office.breaks.wait_s() > MINUTE
    office.options = msgspec.structs.replace(office.options, is_on=True)
    office.has_bus = True
    office.breaks.look()
    assert office.breaks.wait_s() > MINUTE


def test_a_taken_break_is_stored_with_its_routine_and_session(office: Office) -> None:
    office.live(50 * MINUTE)
    office.breaks.shown()
    office.clock.advance(20)
    office.breaks.break_began("desk-break-2", "session-1")
    assert office.live(120).answer == Wait(why=Why.STRETCHING)
    office.breaks.break_ended(85, 85)
    (record,) = office.records
    assert (record.outcome, record.reason) == (Outcome.TAKEN, Cause.ASKED)
    assert (record.routine, record.session_id) == ("desk-break-2", "session-1")
    assert record.sitting_s == pytest.approx(50 * MINUTE + 20)
    assert record.local_day == MONDAY.date()
    assert isinstance(office.breaks.news.answer, Wait)
    assert office.breaks.today().done == 1


def test_a_break_by_hand_needs_no_reminder(office: Office) -> None:
    office.live(10 * MINUTE)
    office.breaks.break_began("desk-break-2")
    office.clock.advance(60)
    office.breaks.break_ended(40, 85)
    (record,) = office.records
    assert (record.outcome, record.reason) == (Outcome.SHORTENED, Cause.BY_HAND)


def test_a_session_is_no_desk_break(office: Office) -> None:
    office.breaks.session_began()
    office.live(20 * MINUTE)
    office.breaks.session_ended()
    assert office.records == []
    assert office.breaks.today().done == 0


def test_later_and_skip_are_stored_with_their_reasons(office: Office) -> None:
    office.live(50 * MINUTE)
    office.breaks.shown()
    office.breaks.later(5 * MINUTE)
    office.live(5 * MINUTE)
    office.breaks.shown()
    office.live(61)
    office.live(10 * MINUTE)
    office.breaks.skip()
    told = [(record.outcome, record.reason) for record in office.records]
    assert told == [
        (Outcome.POSTPONED, Cause.ASKED),
        (Outcome.POSTPONED, Cause.NO_ANSWER),
        (Outcome.SKIPPED, Cause.ASKED),
    ]
    count = office.breaks.today()
    assert (count.skipped, count.longest_sitting_s >= 65 * MINUTE) == (1, True)


def test_the_usual_later_is_that_of_the_settings(office: Office) -> None:
    office.options = BreakOptions(later_s=20 * MINUTE)
    office.live(50 * MINUTE)
    office.breaks.later()
    answer = office.breaks.news.answer
    assert isinstance(answer, Wait)
    assert answer.in_s == 20 * MINUTE


def test_a_night_of_sleep_is_a_natural_break(office: Office) -> None:
    office.live(20 * MINUTE)
    office.clock.set_wall(office.clock.wall() + timedelta(hours=15))
    office.breaks.look()
    (record,) = office.records
    assert (record.outcome, record.reason) == (Outcome.NATURAL, Cause.ASLEEP)
    assert record.rest_s == pytest.approx(15 * 3600)


def test_a_camera_in_use_is_told_and_the_break_comes_after_it(office: Office) -> None:
    office.camera.write_text("1\n")
    news = office.live(55 * MINUTE)
    assert news.answer == Wait(why=Why.QUIET, quiet=(Quiet.CAMERA,))
    assert news.told.sentence == "Not now: the camera is in use. I'll ask when that ends."
    office.camera.write_text("0\n")
    assert isinstance(office.live(MINUTE).answer, Break)


def test_the_user_can_be_asked_anyway(office: Office) -> None:
    office.camera.write_text("1\n")
    office.live(55 * MINUTE)
    office.breaks.ask_anyway()
    assert office.breaks.news.answer == Break(show=Show.ASK, nudge=1)


def test_settings_work_at_the_next_look(office: Office) -> None:
    office.options = BreakOptions(is_on=False)
    assert office.breaks.look().answer == Wait(why=Why.OFF)
    assert office.breaks.day().count(Mark.TO_COME) == 0


def test_the_day_holds_what_was_and_what_is_to_come(office: Office) -> None:
    assert office.breaks.day().count(Mark.TO_COME) == 8  # 8.5 hours at 52 minutes, and the next
    office.live(50 * MINUTE)
    office.breaks.skip()
    office.breaks.close()
    day = office.breaks.day()
    assert [mark.mark for mark in day.marks[:3]] == [Mark.SKIPPED, Mark.NEXT, Mark.TO_COME]
    assert [mark.at_min for mark in day.marks[:2]] == [9 * 60 + 50, 10 * 60 + 40]


def test_a_pause_outlives_the_program_and_ends_in_time(office: Office) -> None:
    office.breaks.pause_for(3600)
    office.clock.advance(600)
    office.breaks = office.start()
    assert office.breaks.news.told.detail == "until 10:00"
    office.live(3000)
    assert office.breaks.news.answer.why is not Why.PAUSED
    office.breaks = office.start()
    assert office.breaks.news.answer.why is not Why.PAUSED


def test_a_pause_without_an_end_is_reminded_of_after_a_restart(office: Office) -> None:
    office.breaks.pause()
    office.breaks = office.start()
    assert office.breaks.news.answer == Wait(why=Why.PAUSED, is_reminder=True)
    office.breaks.told_of_pause()
    assert office.breaks.news.answer == Wait(why=Why.PAUSED)
    office.breaks.resume()
    office.breaks = office.start()
    assert office.breaks.news.answer.why is Why.SITTING


def test_no_more_today_lasts_until_midnight(office: Office) -> None:
    office.breaks.pause_today()
    assert office.breaks.news.told.detail == "until tomorrow at 00:00"


def test_a_pause_that_cannot_be_kept_is_told_and_holds_for_now(office: Office) -> None:
    office.kept._path.mkdir()
    office.breaks.pause_for(3600)
    assert len(office.errors) == 1
    assert office.breaks.news.answer.why is Why.PAUSED


VAGUE = b'{"pause": {"until": "2026-05-11T10:00:00"}}'


@pytest.mark.parametrize("content", [b"", b"{", VAGUE, b"x" * 2000])
def test_what_was_kept_and_cannot_be_read_is_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "breaks.json"
    path.write_bytes(content)
    assert KeptFile(path, WORDS).load() == Kept()


def test_what_was_kept_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = KeptFile(tmp_path / "breaks.json", WORDS)
    assert file.load() == Kept()
    for pause in (KeptPause(MONDAY), KeptPause(None), None):
        kept = Kept(pause, Before(MONDAY, 100.0, 200.0))
        file.save(kept)
        assert file.load() == kept


def test_starting_the_program_anew_does_not_restart_the_timer(office: Office) -> None:
    office.live(40 * MINUTE)
    office.breaks.close()
    office.clock.advance(20)
    office.breaks = office.start()
    assert office.breaks.news.told.title == "Desk break at 09:50"
    assert office.records == []


def test_the_last_sitting_of_a_day_is_in_the_history_next_morning(office: Office) -> None:
    office.live(40 * MINUTE)
    office.breaks.close()
    office.clock.advance(20 * HOUR)
    office.breaks = office.start()
    [record] = office.records
    assert (record.outcome, record.reason) == (Outcome.NATURAL, Cause.CLOSED)
    assert (record.local_day, record.sitting_s) == (MONDAY.date(), 40 * MINUTE)
    assert record.rest_s == 20 * HOUR
    assert office.breaks.news.sitting_s == 0


def test_a_program_that_was_ended_by_force_still_knows_most_of_the_sitting(office: Office) -> None:
    office.live(43 * MINUTE)
    office.clock.advance(30)
    office.breaks = office.start()
    assert office.breaks.news.sitting_s >= 33 * MINUTE


def test_a_disk_that_refuses_to_keep_the_sitting_is_no_reason_to_disturb(office: Office) -> None:
    office.kept._path.mkdir()
    office.live(40 * MINUTE)
    office.breaks.close()
    assert office.errors == []
    office.kept._path.rmdir()


def test_what_the_disk_refuses_is_told_and_written_later(office: Office) -> None:
    office.live(50 * MINUTE)
    read_only(office, "ON")
    office.breaks.skip()
    office.breaks.close()
    assert isinstance(office.errors[0], StoreError)
    read_only(office, "OFF")
    assert [record.outcome for record in office.records] == [Outcome.SKIPPED]


def test_what_the_disk_goes_on_refusing_is_told_once(office: Office) -> None:
    office.live(50 * MINUTE)
    read_only(office, "ON")
    office.breaks.skip()
    for _look in range(3):
        office.breaks._collect(wait=True)
    assert len(office.errors) == 1
    read_only(office, "OFF")
    office.breaks._collect(wait=True)
    office.breaks._collect(wait=True)
    read_only(office, "ON")
    office.breaks.skip()
    office.breaks._collect(wait=True)
    assert len(office.errors) == 2
    read_only(office, "OFF")


def read_only(office: Office, switch: str) -> None:
    office.store._writer._connection.execute(f"PRAGMA query_only = {switch}")


def test_only_changes_are_told(office: Office) -> None:
    count = len(office.heard)
    for _look in range(10):
        office.clock.advance(1)
        office.breaks.look()
    assert len(office.heard) == count


def answered(office: Office, request: Request) -> Reply | None:
    """The answer of a program that looks as soon as it is woken."""
    requests = BreakRequests(office.breaks, office.clock, WORDS)
    with ThreadPoolExecutor(1) as other_start:
        office.woken = 0
        answer = other_start.submit(requests.answer, request)
        eventually(lambda: bool(office.woken))
        office.breaks.look()
        return answer.result()


def test_the_status_tells_what_is_so_now_not_at_the_last_look(office: Office) -> None:
    office.clock.advance(7 * MINUTE)
    said = answered(office, Request("breaks-status"))
    assert said == Reply(text="Next desk break at 09:50, in 43 minutes.")
    office.live(43 * MINUTE)
    office.camera.write_text("1\n")
    said = answered(office, Request("breaks-status"))
    assert said == Reply(text="Not now: the camera is in use. I'll ask when that ends.")


def status(office: Office) -> dict[str, object]:
    said = answered(office, Request("breaks-status", as_json=True))
    assert said is not None
    found: dict[str, object] = msgspec.json.decode(said.text)
    return found


def test_the_status_for_a_program_has_the_same_reason_and_words(office: Office) -> None:
    office.clock.advance(10 * MINUTE)
    found = status(office)
    assert (found["answer"], found["reason"]) == ("wait", "sitting")
    assert (found["text"], found["at"]) == (
        "Next desk break at 09:50, in 40 minutes.",
        "2026-05-11T09:50:00Z",
    )
    assert found["sitting_s"] == 600
    office.live(39.5 * MINUTE)
    found = status(office)
    assert (found["answer"], found["reason"]) == ("warn", "soon")
    assert found["at"] == "2026-05-11T09:50:00Z"
    office.live(MINUTE)
    office.breaks.skip()
    office.live(50 * MINUTE)
    found = status(office)
    assert (found["answer"], found["reason"], found["asks"]) == ("break", "due", True)
    assert (found["today"], found["at"]) == (
        {"done": 0, "skipped": 1, "away": 0, "longest_sitting_s": 6030.0},
        None,
    )


def test_a_program_that_cannot_look_tells_what_it_knew(office: Office) -> None:
    requests = BreakRequests(office.breaks, office.clock, WORDS)
    said = requests.answer(Request("breaks-status"))
    assert said == Reply(text="Next desk break at 09:50, in 50 minutes.")


def test_another_start_asks_and_steers(office: Office) -> None:
    requests = BreakRequests(office.breaks, office.clock, WORDS)
    assert requests.answer(Request("raise")) is None
    office.woken = 0
    assert requests.answer(Request("breaks-skip")) == Reply(text="The next desk break is left out.")
    assert office.woken == 1
    office.breaks.look()
    assert office.breaks.news.told.title == "Desk break at 10:40"
    paused = requests.answer(Request("breaks-pause", seconds=1800))
    assert paused == Reply(text="Desk breaks are paused until 09:30.")
    office.breaks.look()
    assert office.breaks.news.told.detail == "until 09:30"
    resumed = requests.answer(Request("breaks-resume"))
    assert resumed == Reply(text="Desk breaks are on again.")
    until = requests.answer(Request("breaks-pause"))
    assert until == Reply(text="Desk breaks are paused until tomorrow.")
    office.breaks.look()
    assert office.breaks.news.told.detail == "until tomorrow at 00:00"


def test_leaving_out_the_next_one_while_nobody_is_there_is_said_as_that(office: Office) -> None:
    office.breaks.session_began()
    requests = BreakRequests(office.breaks, office.clock, WORDS)
    assert requests.answer(Request("breaks-skip")) == Reply(text="The next desk break is left out.")


def test_leaving_out_the_one_that_waits_is_said_as_that(office: Office) -> None:
    office.live(50 * MINUTE)
    requests = BreakRequests(office.breaks, office.clock, WORDS)
    assert requests.answer(Request("breaks-skip")) == Reply(text="This one is left out.")


def test_the_settings_become_options() -> None:
    chosen = BreakSettings(on=True, interval_min=20, length_min=3, hours="sat 10:00-12:00")
    options = break_options(chosen)
    assert (options.interval_s, options.length_s, options.is_on) == (1200, 180, True)
    assert Quiet.ON_BATTERY not in options.quiet_while
    assert not options.week[0]
    silent = msgspec.structs.replace(chosen, quiet_call=False, quiet_battery=True)
    assert Quiet.CAMERA not in break_options(silent).quiet_while
    assert Quiet.ON_BATTERY in break_options(silent).quiet_while


@pytest.mark.parametrize("access", Access)
def test_only_open_or_unanswered_questions_allow_reminders(access: Access) -> None:
    allowed = access in {Access.CLEAR, Access.UNANSWERED}
    assert break_options(BreakSettings(on=True), access).is_allowed == allowed
