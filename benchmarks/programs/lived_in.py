"""Fills the home folder with three months of sessions, as after the first run: Today is up."""

import os
from datetime import datetime

from supple.app.container import Container
from supple.app.invented import Wish, fill
from supple.core.plan.screening import Answers


def main() -> None:
    with Container(os.environ) as app:
        app.change_setting("welcome.consented", value=True)
        app.change_setting("welcome.page", "done")
        app.safety.answer(Answers())
        today = datetime.now().astimezone().date()
        fill(app.store, Wish(until=today, sessions=40, steps=20, days=90))


if __name__ == "__main__":
    main()
