"""Notices in the window: shown where it matters, taken back when what they tell is over."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final
from zlib import crc32

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from supple.app.container import Container
from supple.core.errors import SuppleError
from supple.ui.bindings.notices import WAY_OUT, NoticeWords
from supple.ui.way_out import MendableError
from supple.ui.widgets.notice import NoticeStack, NoticeView

Acts = Mapping[str, Callable[[], object]]
_NOTHING: Final[Acts] = {}


class Notices(QObject):
    """Shows each notice in every stack it was given; one of them is in sight."""

    def __init__(self, app: Container, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self.words = NoticeWords(app.words)
        self._stacks: list[NoticeStack] = []
        self._shown: dict[str, NoticeView] = {}
        self._acts: dict[str, Acts] = {}

    def show_in(self, stack: NoticeStack) -> None:
        """Show notices in this stack too, at the top of a page."""
        stack.acted.connect(self._act)
        stack.closed.connect(self.take_back)
        self._stacks.append(stack)
        for view in self._shown.values():
            stack.show_notice(view)

    def show(self, view: NoticeView, acts: Acts = _NOTHING) -> None:
        """Show a notice; `acts` are what its actions do. It goes with any of them."""
        self._shown[view.id], self._acts[view.id] = view, acts
        for stack in self._stacks:
            stack.show_notice(view)

    def take_back(self, ident: str) -> None:
        """Take a notice away, if it is there."""
        self._shown.pop(ident, None)
        self._acts.pop(ident, None)
        for stack in self._stacks:
            stack.take_back(ident)

    def is_shown(self, ident: str) -> bool:
        """Whether a notice is up."""
        return ident in self._shown

    def tell(self, error: SuppleError) -> None:
        """Show what went wrong, and what helps."""
        acts = {WAY_OUT: error.act} if isinstance(error, MendableError) else _NOTHING
        self.show(self.words.error(error), acts)

    # --- notices that know what to do -------------------------------------------------------------

    def no_tray(self, keep: Callable[[], object]) -> None:
        """Tell once that this desktop has no tray; `keep` has a small window stand for it."""
        if not self._app.settings.window.told_no_tray:
            self._app.note("window.told_no_tray", value=True)
            self.show(self.words.no_tray(), {"keep": keep})

    def tell_settings(self) -> None:
        """Tell once of the lines of the settings file that cannot be used, if there are any."""
        problems, file = self._app.settings_problems, self._app.folders.settings
        told = f"{crc32(repr(problems).encode()):08x}" if problems else ""
        if told == self._app.settings.window.told_settings:
            return
        self._app.note("window.told_settings", told)
        if problems:
            opens = {"open": lambda: _open(file)}
            self.show(self.words.settings(str(problems[0]), len(problems) - 1), opens)

    def _act(self, ident: str, action: str) -> None:
        if ident not in self._shown:
            return  # of somebody else
        act = self._acts.get(ident, _NOTHING).get(action)
        self.take_back(ident)
        if act is not None:
            act()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
