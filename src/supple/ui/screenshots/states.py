"""Pictures of states: sheets over pages, what went wrong, what is empty, odd moments."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from supple.core.plan.records import Decision, Detail
from supple.core.session.engine import Intent
from supple.core.session.events import Hurt
from supple.core.session.steps import Kind
from supple.devices.desktop.losses import Part
from supple.devices.finding import Finding, Level
from supple.devices.speech.faults import broken
from supple.devices.speech.voice import Reason
from supple.devices.store.faults import Fault, StoreError
from supple.ui.session.troubles import voice_notice
from supple.ui.trouble import Trouble
from supple.ui.way_out import not_written
from supple.ui.widgets.notice import NoticeView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from supple.core.session.view import SessionView
    from supple.ui.screenshots.studio import Studio
    from supple.ui.window import MainWindow

_LEFT_S = 12.0
_MAT = "supine-mat"


def _at(kind: Kind, left_s: float) -> "Callable[[SessionView], bool]":
    return lambda view: view.step.kind is kind and view.remaining_s <= left_s


def _never(_view: "SessionView") -> bool:
    return False


def _holding(view: "SessionView") -> bool:
    return view.step.kind is Kind.HOLD and view.step.set > 1 and view.remaining_s <= _LEFT_S


def _settling(view: "SessionView") -> bool:
    return view.step.kind is Kind.COOL_DOWN and view.remaining_s <= 2 * _LEFT_S


# --- sessions -------------------------------------------------------------------------------------


def _reps(studio: "Studio") -> "QWidget":
    return studio.session("core-posture", _at(Kind.REPS, _LEFT_S))


def _asked_to_end(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding, Intent.PAUSE)
    window.visit.page.ask_to_end()
    return window


def _hurt(answer: Hurt) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = studio.session(_MAT, _holding, Intent.HURTS)
        window.visit.page.hurt.take(answer)
        return window

    return show


def _in_room(
    until: "Callable[[SessionView], bool]", *, controls: bool = False
) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = studio.session(_MAT, until)
        window.across_the_room()
        if controls:
            window.visit.page.room.show_controls()
        return window

    return show


def _finished(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _never)
    page = window.visit.after.page
    page.scale.choose(2)
    page.feel.choose("right")
    page.note.setPlainText("Left side tighter than the right. Towel was too short.")
    return window


def _finished_in_room(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding)
    window.across_the_room()
    window.visit.flow.stop()
    return window


def _stopped(studio: "Studio") -> "QWidget":
    return studio.session(_MAT, _holding, Intent.STOP)


def _more_pain(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _never)
    window.visit.after.page.scale.choose(8)
    return window


def _slept(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding, Intent.PAUSE)
    flow = window.visit.flow
    if flow.opened is not None:
        flow.slept.emit(flow.opened.runner.view())
    return window


def _voice_lost(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding)
    state = broken(Reason.STOPPED, studio.app.words)
    window.notices.show(voice_notice(state, studio.app.words))
    return window


def _lengths(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding, Intent.PAUSE)
    window.visit.lengths.open()
    return window


def _much_pain(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.prepare(_MAT)
    window.visit.before.page.scale.choose(8)
    return window


# --- Today ----------------------------------------------------------------------------------------


def _inside(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.places.stills.at_once = True
    window.asides.look_inside(studio.app.today.facts().next.routine)
    return window


def _decided(kind: Decision, detail: "Detail | None" = None) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        studio.clock.set_wall(studio.clock.wall() - timedelta(days=2))
        studio.app.planning.decide(kind, detail)
        studio.clock.set_wall(studio.clock.wall() + timedelta(days=2))
        return studio.window()

    return show


def _done(*routines: str) -> "Callable[[Studio], QWidget]":
    """Today, after these sessions in the two days before."""

    def show(studio: "Studio") -> "QWidget":
        today = studio.clock.wall()
        for turn, routine in enumerate(routines):
            studio.clock.set_wall(today - timedelta(hours=20 * turn + 3))
            studio.live(routine)
        studio.clock.set_wall(today)
        return studio.window()

    return show


def _cut_off(studio: "Studio") -> "QWidget":
    studio.cut_off(_MAT, _holding)
    return studio.window()


def _hurt_before(studio: "Studio") -> "QWidget":
    window = studio.session(_MAT, _holding, Intent.HURTS)
    window.visit.page.hurt_answer.emit(Hurt.SHARP)
    window.visit.flow.stop()
    window.show_today()
    window.fill_today()
    return window


def _first_day(studio: "Studio") -> "QWidget":
    studio.forget()
    return studio.window()


def _first_place(place: str) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        studio.forget()
        window = studio.window()
        window.places.stills.at_once = True
        window.go(place)
        if place == "history":
            window.places.history.settle()
        return window

    return show


def _paused_plan(studio: "Studio") -> "QWidget":
    studio.app.planning.decide(Decision.PAUSE)
    window = studio.window()
    window.go("plan")
    return window


# --- what went wrong ------------------------------------------------------------------------------


def _notices(*names: str) -> "Callable[[Studio], QWidget]":
    def show(studio: "Studio") -> "QWidget":
        window = studio.window()
        for name in names:
            window.notices.show(_notice(window, studio, name))
        return window

    return show


def _notice(window: "MainWindow", studio: "Studio", name: str) -> NoticeView:
    words, tr = window.notices.words, studio.app.words
    file = Path("supple.db")
    made: dict[str, Callable[[], NoticeView]] = {
        "no-voice": lambda: voice_notice(broken(Reason.NO_ENGINE, tr), tr),
        "voice": lambda: voice_notice(broken(Reason.STOPPED, tr), tr),
        "sound": lambda: voice_notice(broken(Reason.NO_SOUND, tr), tr),
        "disk": lambda: words.unsaved(StoreError(Fault.FULL, tr.gettext("The disk is full."))),
        "busy": lambda: words.waits(
            StoreError(Fault.BUSY, tr.gettext("Another program is using your history file."), file)
        ),
        "tray": words.no_tray,
        "bus": lambda: words.lost(Part.BUS),
        "idle": lambda: words.lost(Part.IDLE),
        "hidden": lambda: words.lost(Part.HIDDEN, has_settings=True),
        "settings": lambda: words.settings('line 8: "loud" is no number.'),
        "open": lambda: words.already_open(studio.app.catalogue.routine("desk-break-2").name),
        "export": lambda: words.error(
            not_written("/media/stick/my-history.supple", tr, lambda: None)
        ),
    }
    return made[name]()


def _trouble(studio: "Studio") -> "QWidget":
    fault = StoreError(
        Fault.DAMAGED,
        studio.app.words.gettext(
            "Your history file can't be opened. It may be damaged. Nothing was overwritten."
        ),
        Path("supple.db"),
    )
    studio.clock.set_wall(studio.clock.wall() - timedelta(days=2))
    studio.app.backups.make()
    trouble = Trouble(studio.app, studio.dress.look, fault)
    studio.keep(trouble)
    return trouble.window


def _works(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.menu.works.show(
        (
            Finding("Versions", Level.OK, "Supple, Python 3.11, SQLite 3.45, Linux 6.1"),
            Finding("Window", Level.OK, "Qt paints here, on one screen of 1920 x 1080"),
            Finding("Voice", Level.OK, "espeak-ng with 127 voices, 8 of them English"),
            Finding("Sound", Level.OK, "Cues are played through PipeWire"),
            Finding("History", Level.OK, "20 sessions, whole, 236 kB"),
            Finding(
                "Tray",
                Level.LIMITED,
                "No tray on this desktop. Reminders still come, as notifications or in a pop-up.",
                "On GNOME, the AppIndicator extension adds a tray icon.",
            ),
            Finding("Time away", Level.OK, "Told by Mutter"),
            Finding(
                "Do not disturb",
                Level.MISSING,
                "This desktop doesn't tell when you don't want to be disturbed.",
                "Pause breaks from the tray instead.",
            ),
        )
    )
    return window


def _menu(studio: "Studio") -> "QWidget":
    window = studio.window()
    window.menu.toggle()
    return window


SCREENS: "Mapping[str, Callable[[Studio], QWidget]]" = {
    "today-inside": _inside,
    "today-first-day": _first_day,
    "today-cut-off": _cut_off,
    "today-week-done": _done("flow-gentle", "full-home", _MAT),
    "today-paused": _decided(Decision.PAUSE),
    "today-no-plan": _decided(Decision.STOP),
    "today-hurt": _hurt_before,
    "today-menu": _menu,
    "session-before-pain": _much_pain,
    "session-reps": _reps,
    "session-change-side": lambda studio: studio.session(_MAT, _at(Kind.SWITCH, 6)),
    "session-settle": lambda studio: studio.session(_MAT, _settling),
    "session-end-confirm": _asked_to_end,
    "session-lengths": _lengths,
    "session-slept": _slept,
    "session-voice-lost": _voice_lost,
    "session-hurts-2-sharp": _hurt(Hurt.SHARP),
    "session-hurts-2-too-strong": _hurt(Hurt.STRONG),
    "session-hurts-2-cramp": _hurt(Hurt.CRAMP),
    "session-hurts-2-nerve": _hurt(Hurt.NERVE),
    "session-room-rest": _in_room(_at(Kind.SWITCH, 6)),
    "session-room-controls": _in_room(_holding, controls=True),
    "session-finished-answered": _finished,
    "session-finished-early": _stopped,
    "session-finished-room": _finished_in_room,
    "session-finished-more-pain": _more_pain,
    "plan-paused": _paused_plan,
    "plan-first-day": _first_place("plan"),
    "history-empty": _first_place("history"),
    "states-voice": _notices("no-voice", "sound", "voice"),
    "states-disk": _notices("disk", "busy", "export"),
    "states-desktop": _notices("tray", "settings", "open"),
    "states-lost": _notices("idle", "bus", "hidden"),
    "states-history": _trouble,
    "works-here": _works,
}
