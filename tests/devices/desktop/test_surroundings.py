import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest

from supple.core.breaks.facts import Quiet
from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Bus
from supple.devices.desktop.linux import _programs
from supple.devices.desktop.logind import MANAGER
from supple.devices.desktop.quiet_bus import (
    DUNST,
    NOTIFICATIONS,
    SESSION_MANAGER,
    XFCONF,
    DunstPaused,
    GnomeInhibitors,
    LogindInhibitors,
    NotificationsInhibited,
    XfceDoNotDisturb,
)
from supple.devices.desktop.quiet_files import (
    HeldCamera,
    KernelBattery,
    KernelCamera,
    KernelMicrophone,
)
from supple.devices.desktop.quiet_programs import (
    DO_NOT_DISTURB,
    LEFT_ALONE,
    PipeWireScreen,
    PulseMicrophone,
    SettingsDoNotDisturb,
    is_sharing,
)
from supple.devices.desktop.quiet_wayland import WaylandFullScreen
from supple.devices.desktop.quiet_x11 import X11FullScreen
from supple.devices.desktop.surroundings import Source, Surroundings
from supple.devices.desktop.x11 import XServer
from supple.devices.finding import Level
from tests.devices.desktop.peers import eventually, played, running, sway
from tests.devices.desktop.stand_in import stand_in

WORDS = NullTranslations()
NOTHING: frozenset[Quiet] = frozenset()


def test_nothing_can_be_told_by_the_null_form_and_it_says_so() -> None:
    nothing = Surroundings()
    assert nothing.tells == nothing.look() == NOTHING
    findings = nothing.check(WORDS)
    assert len(findings) == len(Quiet)
    assert {finding.level for finding in findings} == {Level.LIMITED}


def test_sources_together_tell_what_each_of_them_tells(tmp_path: Path) -> None:
    battery, camera = battery_at(tmp_path, "Discharging", "0"), camera_at(tmp_path, 1)
    together = Surroundings([KernelBattery(battery), KernelCamera(camera)])
    assert together.tells == {Quiet.ON_BATTERY, Quiet.CAMERA}
    assert together.look() == {Quiet.ON_BATTERY, Quiet.CAMERA}
    assert together.look(frozenset({Quiet.CAMERA})) == {Quiet.CAMERA}
    levels = [finding.level for finding in together.check(WORDS)]
    assert levels.count(Level.OK) == 2


# --- the kernel's files -----------------------------------------------------------------------


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def camera_at(place: Path, users: int) -> Path:
    put(place / "class/video4linux/video0/device/driver/module/refcnt", f"{users}\n")
    return place


def battery_at(place: Path, status: str, mains: str) -> Path:
    supplies = place / "class/power_supply"
    put(supplies / "BAT0/type", "Battery\n")
    put(supplies / "BAT0/status", f"{status}\n")
    put(supplies / "AC/type", "Mains\n")
    put(supplies / "AC/online", f"{mains}\n")
    return place


def test_a_camera_is_in_use_while_somebody_holds_it_open(tmp_path: Path) -> None:
    camera = KernelCamera(camera_at(tmp_path, 0))
    assert camera.look() == NOTHING
    camera_at(tmp_path, 2)
    assert camera.look() == {Quiet.CAMERA}


def test_a_camera_of_a_built_in_driver_is_in_use_while_a_program_holds_it(tmp_path: Path) -> None:
    put(tmp_path / "video0", "")
    camera = HeldCamera(tmp_path)
    assert camera.look() == NOTHING
    with (tmp_path / "video0").open():
        assert camera.look() == {Quiet.CAMERA}
    assert camera.look() == NOTHING


def test_a_microphone_is_in_use_while_it_records(tmp_path: Path) -> None:
    status = tmp_path / "asound/card0/pcm0c/sub0/status"
    put(status, "closed\n")
    put(tmp_path / "asound/card0/pcm0p/sub0/status", "state: RUNNING\n")  # it plays
    microphone = KernelMicrophone(tmp_path)
    assert microphone.look() == NOTHING
    put(status, "state: RUNNING\nowner_pid   : 4711\n")
    assert microphone.look() == {Quiet.MICROPHONE}
    status.unlink()
    assert microphone.look() == NOTHING


@pytest.mark.parametrize(
    ("status", "mains", "is_so"),
    [("Discharging", "0", True), ("Discharging", "1", False), ("Full", "0", False)],
)
def test_the_battery_counts_while_it_empties(
    tmp_path: Path, status: str, mains: str, is_so: bool
) -> None:
    battery = KernelBattery(battery_at(tmp_path, status, mains))
    assert (battery.look() == {Quiet.ON_BATTERY}) == is_so


def test_what_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    for form in (KernelCamera, HeldCamera, KernelMicrophone, KernelBattery):
        with pytest.raises(OSError, match="no "):
            form(tmp_path)


# --- services on the bus ----------------------------------------------------------------------


def require_silent(source: Source) -> None:
    """A service that is gone is no quiet, and it is known that nobody tells."""
    around = Surroundings([source])
    assert around.look() == NOTHING
    assert around.untold == source.tells


def test_the_notification_service_tells_do_not_disturb(bus: Bus) -> None:
    with played(bus, NOTIFICATIONS) as mock:
        mock.property("Inhibited", "b", False)
        source = NotificationsInhibited(bus)
        assert source.look() == NOTHING
        mock.update("Inhibited", "b", True)
        assert source.look() == {Quiet.DO_NOT_DISTURB}
    require_silent(source)


def test_dunst_tells_that_it_is_paused(bus: Bus) -> None:
    with played(bus, DUNST) as mock:
        mock.property("paused", "b", False)
        source = DunstPaused(bus)
        assert source.look() == NOTHING
        mock.update("paused", "b", True)
        assert source.look() == {Quiet.DO_NOT_DISTURB}
    require_silent(source)


def test_xfce_tells_do_not_disturb(bus: Bus) -> None:
    with played(bus, XFCONF) as mock:
        code = "ret = dbus.Boolean(getattr(self, 'quiet', False), variant_level=1)"
        mock.method("GetProperty", "ss", "v", code)
        mock.method("SetQuiet", "b", "", "self.quiet = args[0]")
        source = XfceDoNotDisturb(bus)
        assert source.look() == NOTHING
        bus.call(mock.at, "SetQuiet", "b", (True,))
        assert source.look() == {Quiet.DO_NOT_DISTURB}
        assert ("xfce4-notifyd", "/do-not-disturb") in mock.calls("GetProperty")
    require_silent(source)


def test_gnomes_session_manager_tells_who_forbids_idling(bus: Bus) -> None:
    with played(bus, SESSION_MANAGER) as mock:
        mock.property("InhibitedActions", "u", 4)  # nobody may suspend: music, a copy
        source = GnomeInhibitors(bus)
        assert source.look() == NOTHING
        mock.update("InhibitedActions", "u", 12)
        assert source.look() == {Quiet.PRESENTING}
    require_silent(source)


def test_logind_tells_who_forbids_idling(bus: Bus) -> None:
    with played(bus, MANAGER) as mock:
        mock.property("BlockInhibited", "s", "handle-lid-switch")
        source = LogindInhibitors(bus)
        assert source.look() == NOTHING
        mock.update("BlockInhibited", "s", "sleep:idle")
        assert source.look() == {Quiet.PRESENTING}
    require_silent(source)


def test_services_that_are_not_there_are_said_at_once(bus: Bus) -> None:
    for form in (
        NotificationsInhibited,
        DunstPaused,
        XfceDoNotDisturb,
        GnomeInhibitors,
        LogindInhibitors,
    ):
        with pytest.raises(FacilityError):
            form(bus)


# --- programs ---------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("desktop", DO_NOT_DISTURB)
def test_desktops_tell_do_not_disturb_by_a_setting(path: Path, desktop: str) -> None:
    schema, key, quiet_value = DO_NOT_DISTURB[desktop]
    other = {"true": "false", "false": "true"}[quiet_value]
    stand_in(path, "gsettings", f'test "$*" = "get {schema} {key}"')
    with pytest.raises(OSError, match=key):
        SettingsDoNotDisturb(schema, key, quiet_value)
    stand_in(path, "gsettings", f"echo {other}")
    source = SettingsDoNotDisturb(schema, key, quiet_value)
    assert source.look() == NOTHING
    stand_in(path, "gsettings", f"echo {quiet_value}")
    assert source.look() == {Quiet.DO_NOT_DISTURB}


def test_programs_that_are_missing_or_fail_are_said_at_once(path: Path) -> None:
    settings = partial(SettingsDoNotDisturb, *DO_NOT_DISTURB["GNOME"])
    for form in (settings, PulseMicrophone, PipeWireScreen):
        with pytest.raises(OSError, match=r"."):
            form()
    stand_in(path, "pactl", "exit 1")
    with pytest.raises(OSError, match="no sound server"):
        PulseMicrophone()


def test_a_program_that_hangs_is_waited_for_once_and_asked_again_later(
    path: Path, tmp_path: Path
) -> None:
    runs = tmp_path / "runs"
    stand_in(path, "pactl", "exit 0")
    source = PulseMicrophone()
    stand_in(path, "pactl", f"echo run >> {runs}; while :; do :; done")
    began = time.monotonic()
    for _look in range(LEFT_ALONE + 1):
        assert source.look() == NOTHING
    assert time.monotonic() - began < 2
    assert runs.read_text() == "run\n"
    stand_in(path, "pactl", "echo 1 recording")
    assert source.look() == {Quiet.MICROPHONE}


def test_programs_that_hang_at_the_same_time_cost_one_second_together(path: Path) -> None:
    names = ("gsettings", "pactl", "pw-dump")
    environ = {"XDG_CURRENT_DESKTOP": "GNOME"}
    for name in names:
        stand_in(path, name, "echo false")
    sources = _programs(environ)
    assert len(sources) == len(names)
    for name in names:
        stand_in(path, name, "kill -STOP $$")
    began = time.monotonic()
    assert Surroundings(slow=sources).look() == NOTHING
    assert time.monotonic() - began < 2
    began = time.monotonic()
    assert _programs(environ) == []  # nor does a start of the program wait longer
    assert time.monotonic() - began < 2


SCREEN = "Stream/Output/Video"


def dump(state: str, media_class: str) -> str:
    info = {"state": state, "props": {"media.class": media_class, "object.id": 41}}
    return json.dumps([{"type": "PipeWire:Interface:Node", "id": 41, "info": info}])


def test_a_shared_screen_is_a_running_stream_of_pictures(path: Path) -> None:
    stand_in(path, "pw-dump", f"echo '{dump('running', SCREEN)}'")
    assert PipeWireScreen().look() == {Quiet.SCREEN_SHARED}
    assert is_sharing(dump("running", SCREEN))
    assert not is_sharing(dump("suspended", SCREEN))
    assert not is_sharing(dump("running", "Video/Source"))
    assert not is_sharing('[{"type": "PipeWire:Interface:Core", "info": null}]')
    assert not is_sharing("no JSON")


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A real one, with a microphone that hears silence."""
    runtime = tmp_path / "pulse"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(runtime))
    monkeypatch.setenv("HOME", str(tmp_path))
    socket = runtime / "native"
    command = (
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("--load", "module-null-sink"),
        *("--load", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
    )
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    with running(*command):
        eventually(socket.exists)
        yield


@pytest.mark.usefixtures("sound_server")
def test_a_program_that_records_is_heard_of_through_the_real_sound_server() -> None:
    source = PulseMicrophone()
    assert source.look() == NOTHING
    recorder = subprocess.Popen(
        ["parec", "--device=null.monitor"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    eventually(lambda: source.look() == {Quiet.MICROPHONE})
    recorder.terminate()
    recorder.wait()
    eventually(lambda: source.look() == NOTHING)


# --- windows that fill the screen --------------------------------------------------------------


FILLS = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
turn = lambda: (sys.stdin.readline(), window.showFullScreen())
QSocketNotifier(0, QSocketNotifier.Type.Read, app).activated.connect(turn)
app.exec()
"""


def test_without_a_window_manager_nobody_tells_what_is_full_screen(display: str) -> None:
    with pytest.raises(OSError, match="window manager"):
        X11FullScreen(display)


def test_a_real_window_that_fills_the_screen_is_seen(display: str) -> None:
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with running("openbox", "--sm-disable", env=environment):
        eventually(lambda: tells_full_screen(display))
        source = X11FullScreen(display)
        window = subprocess.Popen(
            [sys.executable, "-c", FILLS],
            stdin=subprocess.PIPE,
            env={**os.environ, **environment},
        )
        assert window.stdin is not None
        with XServer(display) as server:
            eventually(lambda: bool(server.numbers(server.root, "_NET_CLIENT_LIST")))
        assert source.look() == NOTHING
        window.stdin.write(b"\n")
        window.stdin.flush()
        eventually(lambda: source.look() == {Quiet.FULL_SCREEN})
        window.terminate()
        window.wait()
        window.stdin.close()
        eventually(lambda: source.look() == NOTHING)


def tells_full_screen(display: str) -> bool:
    try:
        X11FullScreen(display)
    except OSError:
        return False
    return True


def test_under_wayland_a_compositor_that_lists_its_windows_tells_of_full_screen(
    tmp_path: Path,
) -> None:
    with sway(tmp_path) as environment:
        source = WaylandFullScreen(environment)
        assert source.look() == NOTHING
        window = subprocess.Popen(
            [sys.executable, "-c", FILLS],
            stdin=subprocess.PIPE,
            env={**os.environ, **environment, "QT_QPA_PLATFORM": "wayland"},
        )
        assert window.stdin is not None
        window.stdin.write(b"\n")
        window.stdin.flush()
        eventually(lambda: source.look() == {Quiet.FULL_SCREEN})
        window.terminate()
        window.wait()
        window.stdin.close()
        eventually(lambda: source.look() == NOTHING)
    assert source.look() == NOTHING
