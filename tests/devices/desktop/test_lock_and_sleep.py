from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from supple.core.errors import FacilityError
from supple.devices.desktop.bus import Bus, service
from supple.devices.desktop.desktop import NullSleep
from supple.devices.desktop.lock import AnyLock, Lock, NullLock
from supple.devices.desktop.lock_native import MacLock, WindowsLock
from supple.devices.desktop.logind import LogindLock, LogindSleep
from supple.devices.desktop.screen_saver import SAVERS, ScreenSaverLock
from supple.devices.finding import Level
from tests.devices.desktop.natives import Mac, Windows
from tests.devices.desktop.peers import Mock, Told, logind, played

WORDS = NullTranslations()
FORMS = ["null", "windows", "macos", "logind", "saver", "none of several", "several"]
SESSION = service(
    "org.freedesktop.login1",
    "/org/freedesktop/login1/session/7",
    "org.freedesktop.login1.Session",
)


def saver(mock: Mock) -> Mock:
    mock.method("GetActive", "", "b", "ret = getattr(self, 'covers', False)")
    mock.method("Cover", "b", "", "self.covers = args[0]")
    return mock


@pytest.fixture(params=FORMS)
def lock(request: pytest.FixtureRequest) -> Iterator[Lock]:
    """Every form that runs here."""
    form = request.param
    plain: dict[str, Lock] = {
        "null": NullLock(),
        "windows": WindowsLock(Windows().user32),
        "macos": MacLock(Mac()("ApplicationServices"), Mac()("CoreFoundation")),
        "none of several": AnyLock([]),
    }
    if form in plain:
        yield plain[form]
        return
    bus: Bus = request.getfixturevalue("bus")
    if form == "saver":
        with played(bus, SAVERS[0]) as mock:
            saver(mock)
            yield ScreenSaverLock(bus)
        return
    with logind(bus):
        one = LogindLock(bus, {"XDG_SESSION_ID": "7"})
        yield one if form == "logind" else AnyLock([NullLock(), one])


def test_every_form_tells_or_says_that_it_does_not_know(lock: Lock) -> None:
    assert lock.is_locked() in (True, False, None)


def test_every_form_says_whether_it_tells_by_itself(lock: Lock) -> None:
    assert isinstance(lock.watch(Told()), bool)


def test_every_form_says_how_well_it_works(lock: Lock) -> None:
    finding = lock.check(WORDS)
    assert finding.subject == "Screen lock"
    assert (finding.level is Level.OK) == (lock.is_locked() is not None)


def test_logind_tells_of_the_lock_of_this_session(bus: Bus) -> None:
    changed = Told()
    with logind(bus):
        lock = LogindLock(bus, {"XDG_SESSION_ID": "7"})
        assert lock.is_locked() is False
        assert lock.watch(changed)
        Mock(bus, SESSION).update("LockedHint", "b", True)
        assert changed.wait()
        assert lock.is_locked() is True
        Mock(bus, SESSION).update("LockedHint", "b", False)
        assert changed.wait()
        assert lock.is_locked() is False


@pytest.mark.parametrize("order", ["Lock", "Unlock"])
def test_an_order_to_lock_is_looked_after_at_once(bus: Bus, order: str) -> None:
    changed = Told()
    with logind(bus):
        assert LogindLock(bus, {"XDG_SESSION_ID": "7"}).watch(changed)
        Mock(bus, SESSION).emit(order, "")
        assert changed.wait()


def test_a_session_there_is_not_is_said_at_once(bus: Bus) -> None:
    with logind(bus), pytest.raises(FacilityError):
        LogindLock(bus, {"XDG_SESSION_ID": "none"})


def test_without_logind_its_lock_is_not_there(bus: Bus) -> None:
    with pytest.raises(FacilityError):
        LogindLock(bus, {})


def test_a_logind_that_goes_away_leaves_nothing_known(bus: Bus) -> None:
    with logind(bus):
        lock = LogindLock(bus, {"XDG_SESSION_ID": "7"})
    assert lock.is_locked() is None


def test_a_screen_saver_tells_of_its_cover(bus: Bus) -> None:
    changed = Told()
    with played(bus, SAVERS[1]) as mock:
        saver(mock)
        lock = ScreenSaverLock(bus)
        assert lock.is_locked() is False
        assert lock.watch(changed)
        bus.call(mock.at, "Cover", "b", (True,))
        mock.emit("ActiveChanged", "b", True)
        assert changed.wait()
        assert lock.is_locked() is True
    assert lock.is_locked() is None


def test_a_screen_saver_that_does_not_answer_is_passed_over(bus: Bus) -> None:
    with played(bus, SAVERS[0]), pytest.raises(FacilityError):
        ScreenSaverLock(bus)


def test_of_several_sources_one_is_enough(bus: Bus) -> None:
    with logind(bus):
        lock = AnyLock([NullLock(), LogindLock(bus, {"XDG_SESSION_ID": "7"})])
        Mock(bus, SESSION).update("LockedHint", "b", True)
        assert lock.is_locked() is True


def test_logind_tells_before_sleep_and_after(bus: Bus) -> None:
    changed = Told()
    with logind(bus) as mock:
        sleep = LogindSleep(bus)
        assert sleep.watch(changed)
        assert sleep.check(WORDS).words == "told by logind"
        for is_going in (True, False):
            mock.emit("PrepareForSleep", "b", is_going)
            assert changed.wait()


def test_without_logind_sleep_is_noticed_by_the_clocks(bus: Bus) -> None:
    assert not LogindSleep(bus).watch(Told())
    for sleep in (LogindSleep(bus), NullSleep()):
        assert sleep.check(WORDS).words == "noticed by comparing clocks"
    assert not NullSleep().watch(Told())
