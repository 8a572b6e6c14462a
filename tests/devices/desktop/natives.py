"""Libraries of Windows and macOS as ctypes shows them, and the registry, played by hand.

The forms that ask them are real; what is played is the boundary of the device: the functions, the
bytes they fill in, the values they return.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any


class Function:
    """A function of a library; ctypes lets its types be declared."""

    def __init__(self, does: Callable[..., Any]) -> None:
        self._does = does
        self.restype: Any = None
        self.argtypes: Any = None

    def __call__(self, *arguments: Any) -> Any:
        return self._does(*(getattr(each, "_obj", each) for each in arguments))


class Registry:
    """winreg over a dictionary: path of a key, and its values."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Any]] = {}

    @contextmanager
    def OpenKey(self, key: str, path: str, *_access: int) -> Iterator[str]:  # noqa: N802
        whole = f"{key}\\{path}"
        if not any(each == whole or each.startswith(f"{whole}\\") for each in self.keys):
            raise FileNotFoundError(path)
        yield whole

    @contextmanager
    def CreateKey(self, key: str, path: str) -> Iterator[str]:  # noqa: N802
        self.keys.setdefault(f"{key}\\{path}", {})
        yield f"{key}\\{path}"

    def QueryInfoKey(self, key: str) -> tuple[int]:  # noqa: N802
        return (len(self._below(key)),)

    def EnumKey(self, key: str, number: int) -> str:  # noqa: N802
        return self._below(key)[number]

    def QueryValueEx(self, key: str, name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in self.keys.get(key, {}):
            raise FileNotFoundError(name)
        return self.keys[key][name], 0

    def SetValueEx(self, key: str, name: str, *rest: Any) -> None:  # noqa: N802
        self.keys[key][name] = rest[-1]

    def DeleteValue(self, key: str, name: str) -> None:  # noqa: N802
        if self.keys.get(key, {}).pop(name, None) is None:
            raise FileNotFoundError(name)

    def _below(self, key: str) -> list[str]:
        below = (each.removeprefix(f"{key}\\") for each in self.keys if each.startswith(f"{key}\\"))
        return sorted({each.split("\\")[0] for each in below})


class Windows:
    """A computer with Windows: what it is now, and its libraries."""

    def __init__(self) -> None:
        self.now_ms, self.touched_ms = 1_000_000, 990_000
        self.is_locked = False
        self.advice = 5
        self.mains, self.battery = 1, 8
        self.moves = 1
        self.registry = Registry()
        self.user32 = SimpleNamespace(
            GetLastInputInfo=Function(self._last_input),
            OpenInputDesktop=Function(lambda *_: None if self.is_locked else 4711),
            CloseDesktop=Function(lambda _desktop: 1),
            SystemParametersInfoW=Function(self._parameter),
        )
        self.kernel32 = SimpleNamespace(
            GetTickCount=Function(lambda: self.now_ms),
            GetSystemPowerStatus=Function(self._power),
        )
        self.shell32 = SimpleNamespace(SHQueryUserNotificationState=Function(self._advise))

    def _last_input(self, info: Any) -> int:
        assert info[0] == 8
        info[1] = self.touched_ms
        return 1

    def _parameter(self, which: int, _number: int, answer: Any, _writes: int) -> int:
        assert which == 0x1042
        answer.value = self.moves
        return 1

    def _advise(self, state: Any) -> int:
        state.value = self.advice
        return 0

    def _power(self, status: Any) -> int:
        status[0], status[1] = self.mains, self.battery
        return 1


class Mac:
    """A Mac: what it is now; called with a framework's name it gives that library."""

    def __init__(self) -> None:
        self.idle_s = 42.5
        self.has_session = True
        self.is_locked = False
        self.microphone_runs = False
        self.cameras = {7: False, 9: False}
        self.preferences: dict[tuple[bytes, bytes], bool] = {}
        self.missing: set[str] = set()
        self.released = 0

    def __call__(self, name: str) -> Any:
        if name in self.missing:
            raise OSError(f"no {name}")
        return SimpleNamespace(**getattr(self, f"_{name}")())

    def _ApplicationServices(self) -> dict[str, Function]:  # noqa: N802
        return {
            "CGEventSourceSecondsSinceLastEventType": Function(lambda *_: self.idle_s),
            "CGSessionCopyCurrentDictionary": Function(lambda: 1 if self.has_session else None),
        }

    def _CoreFoundation(self) -> dict[str, Function]:  # noqa: N802
        return {
            "CFStringCreateWithCString": Function(lambda _allocator, text, _encoding: text),
            "CFDictionaryGetValue": Function(self._value),
            "CFBooleanGetValue": Function(lambda value: value == 2),
            "CFRelease": Function(self._release),
            "CFPreferencesGetAppBooleanValue": Function(
                lambda key, whose, _valid: self.preferences.get((whose, key), False)
            ),
        }

    def _CoreAudio(self) -> dict[str, Function]:  # noqa: N802
        return {"AudioObjectGetPropertyData": Function(self._audio)}

    def _CoreMediaIO(self) -> dict[str, Function]:  # noqa: N802
        return {
            "CMIOObjectGetPropertyDataSize": Function(self._media_size),
            "CMIOObjectGetPropertyData": Function(self._media),
        }

    def _value(self, _session: int, key: bytes) -> int | None:
        assert key == b"CGSSessionScreenIsLocked"
        return 2 if self.is_locked else None

    def _release(self, _thing: int) -> None:
        self.released += 1

    def _audio(self, of: int, address: Any, *rest: Any) -> int:
        found = rest[-1]
        if (of, name_of(address)) == (1, "dIn "):
            found.value = 5
        elif (of, name_of(address)) == (5, "gone"):
            found.value = self.microphone_runs
        else:
            return -1
        return 0

    def _media_size(self, of: int, address: Any, *rest: Any) -> int:
        values = self._media_values(of, address)
        rest[-1].value = 4 * len(values)
        return 0 if values else -1

    def _media(self, of: int, address: Any, *rest: Any) -> int:
        used, found = rest[-2:]
        for number, value in enumerate(self._media_values(of, address)):
            found[number], used.value = value, 4 * (number + 1)
        return 0

    def _media_values(self, of: int, address: Any) -> list[int]:
        if (of, name_of(address)) == (1, "dev#"):
            return list(self.cameras)
        return [int(self.cameras[of])] if name_of(address) == "gone" else []


def name_of(address: Any) -> str:
    return str(address.selector.to_bytes(4, "big").decode())
