"""Going back and on in a session: what the controls press and show, in the window and the room."""

from collections.abc import Callable
from typing import NamedTuple

from supple.core.session.steps import Step
from supple.ui.pages.session_keys import Press
from supple.ui.theme.icons import Weight
from supple.ui.widgets.plate_button import PlateButton


class Control(NamedTuple):
    """What a control presses, the key that does the same, and its icon."""

    press: Press
    key: str
    icon: str
    weight: Weight = Weight.FILL

    def show(self, button: PlateButton, words: str) -> None:
        """Let the button say where it leads."""
        button.show_words(words, key=self.key, icon=self.icon, weight=self.weight)


def back_and_on(step: Step | None, tr: Callable[[str], str]) -> tuple[Control, Control]:
    """The two beside the main control. A try of a test is done over, or its number is there."""
    right = tr("Right arrow")
    if step is not None and step.measured:
        again = Control(Press.AGAIN, "R", "arrow-counter-clockwise", Weight.REGULAR)
        return again, Control(Press.SKIP, right, "ruler")
    back = Control(Press.BACK, tr("Left arrow"), "skip-back")
    return back, Control(Press.SKIP, right, "skip-forward")
