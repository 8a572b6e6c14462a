"""Row `cue`: from the moment a cue is due to its first audible sample."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.recording import Recording, recording
from benchmarks.surroundings import null_sink

TEXT = "Release, slowly."


class Studio:
    """The sound card of all runs, its recording, and the voice of ours."""

    def __init__(self) -> None:
        self.heard = Recording()

    @contextmanager
    def open(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(null_sink())
            self.heard = stack.enter_context(recording())
            yield

    def by_process(self) -> Sample:
        """espeak-ng started for this one cue."""
        self.heard.wait_for_silence()
        due_s = time.monotonic()
        subprocess.run(["espeak-ng", "-s", "175", TEXT], check=True, stderr=subprocess.DEVNULL)
        return {"onset": (self.heard.first_after(due_s) - due_s) * 1e3, "call": 0.0}


STUDIO = Studio()
COMPARISON = Comparison(
    "cue",
    "espeak-ng as a process",
    STUDIO.by_process,
    STUDIO.by_process,
    (
        Goal("onset", "cue: due to first audible sample, prepared", "ms", times=1.3),
        Goal("call", "cue: the call that hands it over", "ms", plus=1.0),
    ),
    around=STUDIO.open,
)
