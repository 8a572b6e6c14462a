"""`h` in a session at a terminal: what was felt, how to go on, and the signs that need help."""

from supple.app.container import Container
from supple.app.sessions import Opened, Request
from supple.cli import out
from supple.cli.keys import STOP, Keys
from supple.core.plan import hurts
from supple.core.plan.hurts import Choice
from supple.core.plan.screening import Lock, Standing
from supple.core.session.engine import Intent
from supple.core.session.events import Hurt

_CHOICE_OF = {
    "s": Choice.EASIER,
    "r": Choice.AGAIN,
    "n": Choice.SKIP,
    "m": Choice.REST,
    STOP: Choice.STOP,
}
_INTENTS = {
    Choice.AGAIN: Intent.AGAIN,
    Choice.SKIP: Intent.SKIP,
    Choice.REST: Intent.REST,
    Choice.STOP: Intent.STOP,
}


class Hurting:
    """Asks and obeys while a session stands because something hurts."""

    def __init__(self, opened: Opened, request: Request, app: Container) -> None:
        self._opened = opened
        self._request = request
        self._app = app
        self._tr = app.words.gettext
        self._answer: Hurt | None = None

    def ask(self) -> None:
        """Put the question."""
        self._answer = None
        out.say(self._tr("What did you feel?"))
        for number, words in enumerate(self._app.sessions.hurt_answers(), start=1):
            out.say(f"  {number}  {words}")
        out.say(self._tr("Space goes on if it was pressed by mistake, q stops for today"))

    def obey(self, key: str) -> None:
        """An answer, or what to do next."""
        answers = dict(enumerate(Hurt, start=1))
        choice = _CHOICE_OF.get(key.lower())
        if key.isdigit() and int(key) in answers:
            self._take(answers[int(key)])
        elif key == " ":
            self._opened.runner.do(Intent.RESUME)
        elif choice in self._choices():
            self._go(choice)

    def _take(self, answer: Hurt) -> None:
        self._answer = answer
        self._opened.announcer.voice.hush()  # the way out gives way to what is said to that
        self._opened.runner.answer(answer)
        if not self._opened.runner.ended:
            words = self._words()
            out.say(", ".join(words[each] for each in self._choices()))

    def _choices(self) -> tuple[Choice, ...]:
        """What can be done next: all that the answer offers, or only to stop before there is one.

        A softer form is the easier version or a shorter hold, whichever the exercise has.
        """
        if self._answer is None:
            return (Choice.SKIP, Choice.STOP)
        offered = hurts.now(self._answer).choices
        return tuple(each for each in offered if each is not Choice.SHORTER)

    def _words(self) -> dict[Choice, str]:
        tr = self._tr
        return {
            Choice.EASIER: tr("s softer version"),
            Choice.AGAIN: tr("r start again when it has passed"),
            Choice.SKIP: tr("n skip this stretch"),
            Choice.REST: tr("m rest a minute first"),
            Choice.STOP: tr("q stop for today"),
        }

    def _go(self, choice: Choice) -> None:
        if choice is Choice.EASIER:
            self._app.sessions.soften(self._opened, self._request)
        else:
            self._opened.runner.do(_INTENTS[choice])

    def after(self, pressed: Keys) -> None:
        """The session has ended by it: ask for the signs that need help at once."""
        if self._answer is None or not hurts.now(self._answer).asks_red_flags:
            return
        tr = self._tr
        out.say(tr("Any of these?"))
        for sign in hurts.red_flags(self._app.words):
            out.say(f"  - {sign}")
        out.say(tr("Does any of these fit? y = yes, any other key = no"))
        while not (key := pressed.read(60.0)):
            pass
        if key.lower() == "y":
            for message in self._app.safety.messages(Standing(lock=Lock.EMERGENCY)):
                out.say(message)  # before anything else can go wrong
            self._app.safety.close(Lock.EMERGENCY)
