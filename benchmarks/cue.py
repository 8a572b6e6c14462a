"""Row `cue`: from the moment a cue is due to its first audible sample."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count

from benchmarks.compare import Comparison, Goal, Sample
from benchmarks.recording import Recording, recording
from benchmarks.surroundings import null_sink
from supple.devices.files import asset
from supple.devices.speech.process import SpokenVoice
from supple.devices.speech.voice import Utterance, Voice

TEXT = "Release, slowly."


class Studio:
    """The sound card of all runs, its recording, and the voice of ours."""

    def __init__(self) -> None:
        self.heard = Recording()
        self.voice: Voice | None = None
        self.numbers = count(1)

    @contextmanager
    def open(self) -> Iterator[None]:
        with ExitStack() as stack:
            stack.enter_context(null_sink())
            self.heard = stack.enter_context(recording())
            self.voice = SpokenVoice(asset("sounds"))
            stack.callback(self.voice.close)
            yield

    def by_process(self) -> Sample:
        """espeak-ng started for this one cue."""
        self.heard.wait_for_silence()
        due_s = time.monotonic()
        subprocess.run(["espeak-ng", "-s", "175", TEXT], check=True, stderr=subprocess.DEVNULL)
        return {"onset": (self.heard.first_after(due_s) - due_s) * 1e3, "call": 0.0}

    def by_supple(self, voice: Voice) -> Sample:
        """The voice of a session, which was told a moment ago what it is going to say."""
        voice.prepare([TEXT])
        self.heard.wait_for_silence()
        due_s = time.monotonic()
        given = voice.say(Utterance(next(self.numbers), TEXT, not_after_s=due_s + 1.5))
        call_ms = (time.monotonic() - due_s) * 1e3
        if given is not True:
            raise RuntimeError(f"the voice did not take the cue: {voice.state}")
        return {"onset": (self.heard.first_after(due_s) - due_s) * 1e3, "call": call_ms}

    def ours(self) -> Sample:
        """The voice, made when the sound card was opened."""
        if self.voice is None:
            raise RuntimeError("the sound card is not open")
        return self.by_supple(self.voice)


STUDIO = Studio()
COMPARISON = Comparison(
    "cue",
    "espeak-ng as a process",
    STUDIO.by_process,
    STUDIO.ours,
    (
        Goal("onset", "cue: due to first audible sample, prepared", "ms", times=1.3),
        Goal("call", "cue: the call that hands it over", "ms", plus=1.0),
    ),
    around=STUDIO.open,
)
