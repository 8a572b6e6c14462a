"""Where the frozen program starts; it also starts itself anew for its own child processes.

`--speech-worker` is known to `supple.cli.main`; the display probe of `doctor` belongs to the window
and is found here.
"""

import os
import sys


def main() -> int:
    """Run Supple, or the one child process that the first argument names."""
    _give_back_library_path()
    from supple.devices.display import QT_PROBE

    if sys.argv[1:2] == [QT_PROBE]:
        from supple.ui.probe import main as probe

        return probe()
    from supple.cli.main import main as supple

    return supple()


def _give_back_library_path() -> None:
    """What Supple starts, such as the sound player, loads the system's libraries and not ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    sys.exit(main())
