"""Starting with the computer from inside a sandbox: the desktop's portal is asked, and may refuse.

flatpak.github.io/xdg-desktop-portal, org.freedesktop.portal.Background.
"""

import threading
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from supple.core.errors import FacilityError
from supple.devices.desktop.autostart import Autostart
from supple.devices.desktop.bus import Body, Bus, service

BACKGROUND = service(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Background",
)
_REQUEST = "org.freedesktop.portal.Request"
_ANSWER_S = 10.0
_GRANTED = 0


class PortalAutostart:
    """`kept` remembers what was granted, as the portal cannot be asked. Raises FacilityError."""

    is_possible = True

    def __init__(self, bus: Bus, kept: Autostart, words: NullTranslations) -> None:
        self._bus = bus
        self._kept = kept
        self._words = words
        self._asked = 0
        bus.get(BACKGROUND, "version")

    def is_on(self) -> bool:
        """Whether it was granted last."""
        return self._kept.is_on()

    def turn_on(self, command: Sequence[str]) -> None:
        """Ask for it."""
        if not self._ask(command, wanted=True):
            raise FacilityError(
                self._words.gettext("Starting with the computer couldn't be set."),
                fix=self._words.gettext("This desktop's settings for applications allow it."),
            )
        self._kept.turn_on(command)

    def turn_off(self) -> None:
        """Ask for nothing of the kind."""
        if self._kept.is_on():
            self._ask((), wanted=False)
        self._kept.turn_off()

    def _ask(self, command: Sequence[str], *, wanted: bool) -> bool:
        """Whether the answer is what is wanted; somebody may have to give it by hand first."""
        self._asked += 1
        token, answered = f"supple{self._asked}", threading.Event()
        answers: list[Body] = []

        def hear(body: Body) -> None:
            answers.append(body)
            answered.set()

        me = self._bus.name.removeprefix(":").replace(".", "_")
        request = service(BACKGROUND.name, f"{BACKGROUND.path}/request/{me}/{token}", _REQUEST)
        self._bus.hear(request, "Response", hear)
        options: dict[str, tuple[str, Any]] = {
            "handle_token": ("s", token),
            "reason": ("s", self._words.gettext("Gentle desk breaks")),
            "autostart": ("b", wanted),
            "commandline": ("as", list(command)),
        }
        self._bus.call(BACKGROUND, "RequestBackground", "sa{sv}", ("", options))
        if not answered.wait(_ANSWER_S):
            return False
        outcome, results = answers[0]
        return bool(outcome == _GRANTED and results["autostart"][1] == wanted)
