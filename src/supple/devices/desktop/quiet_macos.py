"""Reasons for quiet on macOS: camera and microphone, who keeps the screen awake, the mains.

There is no public word of Focus and none of full-screen windows.
"""

import ctypes as c
from typing import Any

from supple.core.breaks.facts import Quiet
from supple.devices.desktop.quiet_programs import Program

_SYSTEM = 1  # kAudioObjectSystemObject, kCMIOObjectSystemObject
_GLOBAL, _ANY = 0x676C6F62, 0x2A2A2A2A  # 'glob', '****'
_ANY_ELEMENT = 0xFFFFFFFF
_DEFAULT_INPUT, _DEVICES, _IN_USE = 0x64496E20, 0x64657623, 0x676F6E65  # 'dIn ', 'dev#', 'gone'
_UINT32 = 4


class _Address(c.Structure):
    """AudioObjectPropertyAddress, and the same of CoreMediaIO."""

    _fields_ = (("selector", c.c_uint32), ("scope", c.c_uint32), ("element", c.c_uint32))


class MacMicrophone:
    """Whether any program has the chosen microphone run, through CoreAudio."""

    tells = frozenset({Quiet.MICROPHONE})

    def __init__(self, audio: Any) -> None:
        self._get = audio.AudioObjectGetPropertyData
        self._get.restype = c.c_int32

    def look(self) -> frozenset[Quiet]:
        """Whether it runs."""
        device = self._number(_SYSTEM, _DEFAULT_INPUT)
        return self.tells if device and self._number(device, _IN_USE) else frozenset()

    def _number(self, of: int, selector: int) -> int:
        """A property that is one number; 0 when it cannot be told."""
        found, size = c.c_uint32(), c.c_uint32(_UINT32)
        address = _Address(selector, _GLOBAL, 0)
        failed = self._get(of, c.byref(address), 0, None, c.byref(size), c.byref(found))
        return 0 if failed else found.value


class MacCamera:
    """Whether any program has any camera run, through CoreMediaIO."""

    tells = frozenset({Quiet.CAMERA})

    def __init__(self, media: Any) -> None:
        self._get, self._size = media.CMIOObjectGetPropertyData, media.CMIOObjectGetPropertyDataSize
        self._get.restype = self._size.restype = c.c_int32

    def look(self) -> frozenset[Quiet]:
        """Whether one runs."""
        devices = self._numbers(_SYSTEM, _Address(_DEVICES, _GLOBAL, 0))
        in_use = _Address(_IN_USE, _ANY, _ANY_ELEMENT)
        return (
            self.tells if any(any(self._numbers(each, in_use)) for each in devices) else frozenset()
        )

    def _numbers(self, of: int, address: _Address) -> tuple[int, ...]:
        """A property that is some numbers; none when it cannot be told."""
        size, used = c.c_uint32(), c.c_uint32()
        if self._size(of, c.byref(address), 0, None, c.byref(size)):
            return ()
        found = (c.c_uint32 * (size.value // _UINT32))()
        failed = self._get(of, c.byref(address), 0, None, size, c.byref(used), c.byref(found))
        return () if failed else tuple(found)[: used.value // _UINT32]


class MacPower:
    """What `pmset` says: who keeps the display awake, as films, slides and calls do; the mains.

    Raises OSError where it does not answer.
    """

    tells = frozenset({Quiet.PRESENTING, Quiet.ON_BATTERY})

    def __init__(self) -> None:
        self._power = Program("pmset")
        if self._power.output("-g", "ps") is None:
            raise OSError("pmset does not answer")

    def look(self) -> frozenset[Quiet]:
        """Both at once."""
        said = {
            Quiet.PRESENTING: "PreventUserIdleDisplaySleep 1"
            in " ".join((self._power.output("-g", "assertions") or "").split()),
            Quiet.ON_BATTERY: "'Battery Power'" in (self._power.output("-g", "ps") or ""),
        }
        return frozenset(quiet for quiet, is_so in said.items() if is_so)
