"""Waits with desk breaks on, as the tray does, until it is ended; without Qt."""

import os
import threading

from supple.app.container import Container


def main() -> None:
    woken = threading.Event()

    def failed(error: Exception) -> None:
        raise error

    with Container(os.environ) as app:
        app.change_setting("breaks.on", value=True)
        app.change_setting("breaks.hours", value="mon-sun 0:00-24:00")
        breaks = app.open_breaks(woken.set, failed)
        breaks.look()
        print("ready", flush=True)
        while True:
            woken.wait(breaks.wait_s())
            woken.clear()
            breaks.look()


if __name__ == "__main__":
    main()
