"""`supple play`: a guided session in the terminal. Same engine, cues and history as the window."""

import sys
from argparse import Namespace
from functools import partial

from supple.app.container import Container
from supple.app.runner import Runner
from supple.app.sessions import Ears, Request
from supple.cli import out
from supple.cli.ending import Ending
from supple.cli.it_hurts import Hurting
from supple.cli.keys import STOP, Keys, keys
from supple.cli.questions import ask_first
from supple.cli.screen import Screen
from supple.core.errors import SuppleError
from supple.core.history.records import Source, Unfinished
from supple.core.session.engine import Intent
from supple.core.session.view import State
from supple.devices.speech.voice import Health, VoiceState

_KEYS = {
    " ": Intent.PAUSE,
    "n": Intent.SKIP,
    "b": Intent.BACK,
    "r": Intent.AGAIN,
    STOP: Intent.STOP,
    "h": Intent.HURTS,
}


def play(args: Namespace, app: Container) -> int:
    """Play one routine to its end."""
    request = Request(
        routine=args.routine,
        source=Source.TERMINAL,
        week=args.level,
        speed=args.speed,
        voiced=args.voice,
    )
    app.catalogue.routine(request.routine)
    app.voice(request.voiced).start()  # it needs a moment, and the first words come at once
    sessions = app.sessions
    screen = Screen(app.words, app.catalogue, live=sys.stdout.isatty() and not args.json)
    listener = out.write_json_line if args.json else screen.show
    ears = Ears((listener,), _not_saved, wait=True)
    told = partial(_tell_of_voice, app=app)
    with Ending() as ending, keys(ending) as pressed:
        out.say(sessions.disclaimer)
        ask_first(pressed, app)
        found = sessions.unfinished()
        if found is not None and _go_on(found, request, pressed, app):
            opened = sessions.resume(found, request, ears)
        else:
            opened = sessions.open(request, ears)
        opened.announcer.voice.listen(told)
        hurting = Hurting(opened, request, app)
        _follow(opened.runner, hurting, pressed, screen, app)
        if not ending.is_wished:
            opened.announcer.finish()
            hurting.after(pressed)
    opened.recorder.retry()
    _share(app)
    return 0 if opened.recorder.is_safe else 1


def _share(app: Container) -> None:
    """Let the other computers know, where a folder is shared; another time if it is away."""
    try:
        app.sharing.look()
    except SuppleError as error:
        out.say(str(error))


def _tell_of_voice(state: VoiceState, app: Container) -> None:
    """Say once that the voice has gone, with what helps, and that it is back."""
    if state.health is Health.BROKEN:
        out.say(" ".join(filter(None, (state.words, state.fix, state.command))))
    else:
        out.say(app.words.gettext("The voice is back."))


def _not_saved(error: SuppleError) -> None:
    out.say(str(error))


def _go_on(found: Unfinished, request: Request, pressed: Keys, app: Container) -> bool:
    """Ask whether to go on with what was cut off; without anybody to ask, say what lies there."""
    if found.session.routine != request.routine or found.next_work is None:
        return False
    out.say(app.sessions.cut_off_words(found))
    if not pressed.interactive:
        return False
    out.say(app.words.gettext("Go on there? y = yes, any other key = from the start"))
    while not (key := pressed.read(60.0)):
        pass
    return key.lower() == "y"


def _follow(
    runner: Runner, hurting: Hurting, pressed: Keys, screen: Screen, app: Container
) -> None:
    if pressed.interactive:
        out.say(app.words.gettext("Space pauses, n next, b back, r again, h it hurts, q stops"))
    runner.start()
    while (wait_s := runner.wait_s()) is not None:
        _key(runner, pressed.read(wait_s), hurting)
        runner.tick()
        screen.count(runner.view())


def _key(runner: Runner, key: str, hurting: Hurting) -> None:
    state = runner.view().state
    if state is State.HURT:
        hurting.obey(key)
    elif key == " " and state is State.PAUSED:
        runner.do(Intent.RESUME)
    elif key.lower() in _KEYS:
        runner.do(_KEYS[key.lower()])
        if runner.view().state is State.HURT:
            hurting.ask()
