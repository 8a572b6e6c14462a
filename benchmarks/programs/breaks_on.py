"""Turns desk breaks on for all hours, in the home of the surroundings."""

import os

from supple.app.container import Container
from supple.core.plan.screening import Answers


def main() -> None:
    with Container(os.environ) as app:
        app.change_setting("welcome.consented", value=True)
        app.change_setting("welcome.page", "done")
        app.safety.answer(Answers())
        app.change_setting("breaks.on", value=True)
        app.change_setting("breaks.hours", "mon-sun 0:00-24:00")


if __name__ == "__main__":
    main()
