"""The questions a terminal asks before the first session: those that close everything."""

from supple.app.container import Container
from supple.cli import out
from supple.cli.keys import Keys
from supple.core.plan.screening import Due, Group, Lock

_ASKED = frozenset({Due.FIRST, Due.AFTER_BREAK, Due.EVERY_8_WEEKS})
_LOCKS = {Group.EMERGENCY: Lock.EMERGENCY, Group.SEE_FIRST: Lock.SEE_FIRST}


def ask_first(pressed: Keys, app: Container) -> None:
    """Ask the emergency and the see-first questions, as long as nothing was answered, and when due.

    Where nobody can answer nothing is asked. A yes closes all sessions; opening one then says why.
    A no opens nothing and is not kept: the whole questionnaire is in the window.
    """
    if not pressed.interactive or app.safety.due() not in _ASKED:
        return
    tr = app.words.gettext
    questionnaire = app.safety.questionnaire
    out.say(questionnaire.words("intro"))
    for group, lock in _LOCKS.items():
        for question in questionnaire.page(group):
            out.say(f"  - {question.text}")
        out.say(tr("Does any of these fit? y = yes, n = none of them, q = leave"))
        while (key := pressed.read(60.0).lower()) not in {"y", "n", "q"}:
            pass
        if key == "q":
            raise KeyboardInterrupt
        if key == "y":
            app.safety.close(lock)
            return
