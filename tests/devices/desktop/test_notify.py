from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.notify import Action, Chosen, Note, Notifier, NullNotifier
from supple.devices.desktop.notify_bus import BusNotifier
from supple.devices.desktop.quiet_bus import NOTIFICATIONS
from supple.devices.finding import Level
from tests.devices.desktop.peers import Mock, Told, eventually, played

WORDS = NullTranslations()
NOTE = Note(
    "Time for a small stretch?",
    "Two minutes, in your chair.",
    (Action("start", "Start"), Action("later", "In 10 min"), Action("skip", "Skip")),
)


@pytest.fixture
def service(bus: Bus) -> Iterator[Mock]:
    """A notification service with buttons; its first notice is number 11."""
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", "ret = ['body', 'actions']")
        code = "self.last = getattr(self, 'last', 10) + 1; ret = dbus.UInt32(self.last)"
        mock.method("Notify", "susssasa{sv}i", "u", code)
        mock.method("CloseNotification", "u", "", "")
        yield mock


@pytest.fixture(params=["null", "bus"])
def notifier(request: pytest.FixtureRequest) -> Notifier:
    if request.param == "null":
        return NullNotifier()
    request.getfixturevalue("service")
    return BusNotifier(request.getfixturevalue("bus"), WORDS)


def test_every_form_shows_or_says_that_it_did_not(notifier: Notifier) -> None:
    chosen = Told()
    assert notifier.show(NOTE, chosen) == notifier.has_actions
    assert chosen.is_quiet()


def test_every_form_can_take_back_what_it_never_showed(notifier: Notifier) -> None:
    notifier.withdraw()
    notifier.withdraw()


def test_every_form_says_how_well_it_works(notifier: Notifier) -> None:
    level = notifier.check(WORDS).level
    assert (level is Level.OK) == notifier.has_actions


def test_a_notice_is_sent_as_the_specification_wants_it(bus: Bus, service: Mock) -> None:
    BusNotifier(bus, WORDS).show(NOTE, Told())
    ((name, replaced, icon, title, body, actions, hints, patience_ms),) = service.calls("Notify")
    assert (name, replaced, title, body) == ("Supple", 0, NOTE.title, NOTE.body)
    assert icon == "io.github.supple_app.Supple"
    assert actions[2:] == ["start", "Start", "later", "In 10 min", "skip", "Skip"]
    assert "transient" not in hints  # what has left the screen can still be found
    assert patience_ms == 60_000


def test_a_pressed_button_is_told_once(bus: Bus, service: Mock) -> None:
    notifier = BusNotifier(bus, WORDS)
    chosen = Told()
    notifier.show(NOTE, chosen)
    service.emit("ActionInvoked", "us", 12, "skip")  # somebody else's
    service.emit("ActivationToken", "us", 11, "let-me-in")
    service.emit("ActionInvoked", "us", 11, "later")
    service.emit("NotificationClosed", "uu", 11, 2)
    assert chosen.wait()
    assert chosen.is_quiet()
    assert chosen.values == [Chosen("later", "let-me-in")]


def test_a_notice_that_somebody_closed_is_told(bus: Bus, service: Mock) -> None:
    chosen = Told()
    BusNotifier(bus, WORDS).show(NOTE, chosen)
    service.emit("NotificationClosed", "uu", 11, 2)
    assert chosen.wait()
    assert chosen.values == [Chosen("closed")]


def test_a_notice_that_the_desktop_hid_after_some_seconds_was_not_answered(
    bus: Bus, service: Mock
) -> None:
    chosen = Told()
    notifier = BusNotifier(bus, WORDS)
    notifier.show(NOTE, chosen)
    service.emit("NotificationClosed", "uu", 11, 1)
    assert chosen.is_quiet()
    service.emit("ActionInvoked", "us", 11, "start")  # found again in the desktop's list
    assert chosen.wait()
    assert chosen.values == [Chosen("start")]


def test_a_second_notice_takes_the_place_of_the_first(bus: Bus, service: Mock) -> None:
    notifier = BusNotifier(bus, WORDS)
    first, second = Told(), Told()
    notifier.show(NOTE, first)
    notifier.show(NOTE, second)
    assert [call[1] for call in service.calls("Notify")] == [0, 11]
    service.emit("ActionInvoked", "us", 12, "start")
    assert second.wait()
    assert first.is_quiet()


def test_a_notice_taken_back_is_closed_and_tells_nothing(bus: Bus, service: Mock) -> None:
    notifier = BusNotifier(bus, WORDS)
    chosen = Told()
    notifier.show(NOTE, chosen)
    notifier.withdraw()
    eventually(lambda: service.calls("CloseNotification") == [(11,)])
    service.emit("NotificationClosed", "uu", 11, 3)
    assert chosen.is_quiet()


def test_an_answer_that_overtakes_the_number_of_its_notice_is_not_lost(bus: Bus) -> None:
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", "ret = ['actions']")
        code = (
            "self.EmitSignal(self.interface, 'ActionInvoked', 'us', [11, 'start'])\n"
            "ret = dbus.UInt32(11)"
        )
        mock.method("Notify", "susssasa{sv}i", "u", code)
        chosen = Told()
        BusNotifier(bus, WORDS).show(NOTE, chosen)
        assert chosen.wait()
        assert chosen.values == [Chosen("start")]


def test_a_service_without_buttons_is_sent_none(bus: Bus) -> None:
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", "ret = ['body']")
        mock.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(3)")
        notifier = BusNotifier(bus, WORDS)
        assert not notifier.has_actions
        assert notifier.show(NOTE, Told())
        assert mock.calls("Notify")[0][5] == []
        assert notifier.check(WORDS).level is Level.LIMITED


def test_a_service_that_goes_away_leads_to_another_way(bus: Bus) -> None:
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", "ret = ['actions']")
        notifier = BusNotifier(bus, WORDS)
    assert not notifier.show(NOTE, Told())


def test_without_a_service_there_is_no_such_notifier(bus: Bus) -> None:
    with pytest.raises(FacilityError):
        BusNotifier(bus, WORDS)


@pytest.mark.parametrize(
    ("abilities", "shown"),
    [
        ("['body', 'body-markup']", "&lt;img src='x'&gt; R&amp;D"),
        ("['body']", "<img src='x'> R&D"),
    ],
    ids=["markup", "plain"],
)
def test_what_looks_like_markup_is_shown_as_it_is(bus: Bus, abilities: str, shown: str) -> None:
    with played(bus, NOTIFICATIONS) as mock:
        mock.method("GetCapabilities", "", "as", f"ret = {abilities}")
        mock.method("Notify", "susssasa{sv}i", "u", "ret = dbus.UInt32(3)")
        BusNotifier(bus, WORDS).show(Note("Time?", "<img src='x'> R&D"), Told())
        assert mock.calls("Notify")[0][4] == shown
