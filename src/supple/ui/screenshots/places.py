"""Pictures of the Library, of one exercise, of the user's routines and of the settings."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from supple.core.breaks.facts import Quiet
from supple.core.breaks.records import BreakRecord
from supple.core.breaks.state import Cause, Outcome
from supple.devices.desktop.desktop import Desktop
from supple.devices.desktop.surroundings import Surroundings
from supple.devices.speech.voice import VoiceInfo
from supple.devices.store.breaks import save_break
from supple.devices.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.ui.screenshots.studio import Studio
    from supple.ui.window import MainWindow

VOICES = (
    VoiceInfo("gb", "English (Great Britain)", "en-gb"),
    VoiceInfo("us", "English (America)", "en-us"),
    VoiceInfo("ie", "English (Ireland)", "en-ie"),
    VoiceInfo("de", "German", "de"),
    VoiceInfo("fr", "French", "fr-fr"),
)

_MORNING = (
    (9, 45, Outcome.TAKEN, 2),
    (10, 35, Outcome.TAKEN, 2),
    (11, 25, Outcome.SKIPPED, 0),
    (12, 20, Outcome.NATURAL, 55),
    (13, 38, Outcome.TAKEN, 2),
)


class Telling:
    """A desktop that can tell all that asks for quiet, and nothing does."""

    tells = frozenset(Quiet)

    def look(self) -> frozenset[Quiet]:
        """Nothing asks for quiet."""
        return frozenset()


def _place(studio: "Studio", place: str) -> "MainWindow":
    window = studio.window()
    window.places.stills.at_once = True
    window.go(place)
    return window


def _library(studio: "Studio") -> "QWidget":
    return _place(studio, "library")


def _no_match(studio: "Studio") -> "QWidget":
    window = _place(studio, "library")
    page = window.places.library.page
    page.search.setText("crab")
    page.filters.changed.emit("position", frozenset({"seated"}))
    page.filters.changed.emit("kit", frozenset({"none"}))
    return window


def _card(studio: "Studio") -> "QWidget":
    window = _place(studio, "library")
    window.places.open_exercise("strap-supine-stretch")
    return window


def _settings(section: str) -> "Callable[[Studio], MainWindow]":
    def show(studio: "Studio") -> "MainWindow":
        window = _place(studio, "settings")
        window.places.settings.show_voices(VOICES)
        window.places.settings.widget.open_section(section)
        return window

    return show


def _breaks(studio: "Studio") -> "MainWindow":
    """The settings of desk breaks in the middle of a working day, on a desktop that tells all."""
    studio.app.desktop = Desktop(surroundings=Surroundings([Telling()]))
    for hour, minute, outcome, rest_min in _MORNING:
        due = studio.clock.wall().replace(hour=hour, minute=minute)
        record = BreakRecord(
            id=new_id(),
            due=due,
            local_day=due.date(),
            outcome=outcome,
            reason=Cause.IDLE if outcome is Outcome.NATURAL else Cause.ASKED,
            sitting_s=0.0,
            rest_s=rest_min * 60.0,
        )
        studio.app.store.write(partial(save_break, record=record)).result()
    window = studio.window()
    window.breaks = studio.host.breaks
    window.go("settings")
    window.places.settings.widget.open_section("breaks")
    return window


def _own_routines(studio: "Studio") -> list[str]:
    """Make some routines of the user's own; their ids."""
    own, idents = studio.app.own_routines, []
    for source, name in (
        ("supine-mat", "Sunday long one"),
        ("dynamic-flow", "Before football"),
        ("standing-break", "Hotel room"),
    ):
        mine = own.copy(source)
        own.save(msgspec.structs.replace(mine, name=name))
        idents.append(mine.id)
    return idents


def _with_routines(studio: "Studio") -> "MainWindow":
    _own_routines(studio)
    return _place(studio, "routines")


def _editor(studio: "Studio") -> "QWidget":
    longest, *_others = _own_routines(studio)
    window = _place(studio, "routines")
    window.places.routines.edit(longest)
    page = window.places.routines.editor.page
    page.rows.removed.emit(0)
    page.rows.removed.emit(1)
    page.rows.open_row(4)
    return window


def _no_routines(studio: "Studio") -> "QWidget":
    return _place(studio, "routines")


def _new_routine(studio: "Studio") -> "QWidget":
    window = _place(studio, "routines")
    window.places.routines.new()
    return window


def _broken_routine(studio: "Studio") -> "MainWindow":
    folder = studio.app.folders.routines
    folder.mkdir(parents=True, exist_ok=True)
    steps = '{part="main",exercise="bridge",reps=400,sets=1,get_ready_s=5}'
    text = f'id = "hotel-room"\nname = "Hotel room"\nsteps = [{steps}]\n'
    (folder / "hotel-room.toml").write_text(text, encoding="utf-8")
    return _with_routines(studio)


def _faults(studio: "Studio") -> "QWidget":
    window = _broken_routine(studio)
    [found] = studio.app.catalogue.broken()
    window.places.routines.broken.show(found.path)
    return window


def _allowed(studio: "Studio") -> "QWidget":
    window = _broken_routine(studio)
    [found] = studio.app.catalogue.broken()
    window.places.routines.broken.show_allowed(found)
    return window


def _delete_confirm(studio: "Studio") -> "QWidget":
    window = _settings("data")(studio)
    window.places.settings.data.do("delete")
    window.places.settle()
    form = window.places.settings.data.clearing.everything_form
    if form is not None:
        form.field.setText("dele")
        form.field.setFocus()
    return window


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "library": _library,
    "library-no-match": _no_match,
    "library-card": _card,
    "routines-list": _with_routines,
    "routines-broken": _broken_routine,
    "routines-faults": _faults,
    "routines-allowed": _allowed,
    "routines-empty": _no_routines,
    "routine-editor": _editor,
    "routine-editor-new": _new_routine,
    "settings-deskbreaks": _breaks,
    "settings-voice": _settings("voice"),
    "settings-sessions": _settings("session"),
    "settings-appearance": _settings("look"),
    "settings-data": _settings("data"),
    "settings-delete-confirm": _delete_confirm,
    "settings-keys": _settings("keys"),
    "settings-about": _settings("about"),
}
