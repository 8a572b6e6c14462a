"""Media buttons: another program on a real bus presses them, as desktops do."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import SESSION, Body, Bus, service
from supple.devices.desktop.listener import Listener
from supple.devices.desktop.media_keys import (
    NAME,
    PATH,
    PLAYER,
    ROOT,
    MediaKey,
    Mpris,
    NullMediaKeys,
)
from tests.devices.desktop.peers import eventually

AT = service(NAME, PATH, PLAYER)


@pytest.fixture
def desktop(bus: Bus) -> Iterator[Bus]:
    """Another program on the same bus; `bus` is that of the player."""
    del bus
    listener = Listener()
    other = Bus.open(SESSION, listener)
    assert other is not None
    yield other
    other.close()
    listener.close()


def test_every_button_arrives_while_a_session_runs(bus: Bus, desktop: Bus) -> None:
    pressed: list[MediaKey] = []
    player = Mpris(bus)
    player.begin(pressed.append)
    for key in MediaKey:
        desktop.call(AT, key.value)
    assert pressed == list(MediaKey)
    player.end()


def test_the_desktop_sees_what_runs_and_whether_it_stands(bus: Bus, desktop: Bus) -> None:
    player = Mpris(bus)
    player.begin(lambda _key: None)
    changes: list[Body] = []
    properties = service(NAME, PATH, "org.freedesktop.DBus.Properties")
    desktop.hear(properties, "PropertiesChanged", changes.append)
    player.show("Full home session", playing=True)
    eventually(lambda: bool(changes))
    assert changes[0][0] == PLAYER
    assert changes[0][1]["PlaybackStatus"] == ("s", "Playing")
    assert desktop.get(AT, "PlaybackStatus") == "Playing"
    assert desktop.get(AT, "Metadata")["xesam:title"] == ("s", "Full home session")
    player.show("Full home session", playing=False)
    eventually(lambda: desktop.get(AT, "PlaybackStatus") == "Paused")
    assert desktop.get(AT, "CanGoNext") is True
    assert desktop.get(service(NAME, PATH, ROOT), "Identity") == "Supple"
    (every,) = desktop.call(properties, "GetAll", "s", (PLAYER,))
    assert every["CanPause"] == ("b", True)
    player.end()


def test_after_the_session_the_player_is_gone_and_the_next_one_has_it_again(
    bus: Bus, desktop: Bus
) -> None:
    player = Mpris(bus)
    pressed: list[MediaKey] = []
    for _ in range(2):
        player.begin(pressed.append)
        assert desktop.has(NAME)
        player.end()
        player.end()
        eventually(lambda: not desktop.has(NAME))
    assert pressed == []


def test_what_no_player_does_is_answered_with_an_error(bus: Bus, desktop: Bus) -> None:
    player = Mpris(bus)
    player.begin(lambda _key: None)
    for method in ("Rewind", "OpenUri"):
        with pytest.raises(FacilityError, match=method):
            desktop.call(AT, method)
    with pytest.raises(FacilityError):
        desktop.get(AT, "Shape")
    with pytest.raises(FacilityError):
        desktop.call(service(NAME, "/elsewhere", PLAYER), "Play")
    desktop.call(service(NAME, PATH, ROOT), "Raise")
    player.end()


def test_a_second_supple_leaves_the_buttons_to_the_first(bus: Bus, desktop: Bus) -> None:
    first, second = Mpris(bus), Mpris(desktop)
    heard: list[str] = []
    first.begin(lambda _key: heard.append("first"))
    second.begin(lambda _key: heard.append("second"))
    second.end()
    desktop.call(AT, "Next")
    assert heard == ["first"]
    first.end()


@pytest.mark.usefixtures("bus")
def test_a_bus_that_has_gone_costs_nothing(listener: Listener) -> None:
    own = Bus.open(SESSION, listener)
    assert own is not None
    player = Mpris(own)
    player.begin(lambda _key: None)
    own.close()
    player.show("Short one", playing=True)
    player.end()
    player.begin(lambda _key: None)


def test_both_forms_tell_how_they_stand(bus: Bus) -> None:
    null = NullMediaKeys()
    null.begin(lambda _key: None)
    null.show("Short one", playing=True)
    null.end()
    for keys in (null, Mpris(bus)):
        assert keys.check(NullTranslations()).subject == "Media keys"
