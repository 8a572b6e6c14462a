"""Speech through files: an engine renders, a killable player plays. Part of the speech child.

The thread of `run` owns the engine; a text that is ready is played without it, so that preparing
never delays what is to be said now.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from pathlib import Path

from supple.devices.speech import lines
from supple.devices.speech.engine import Context, EngineError, Renderer
from supple.devices.speech.player import Clip
from supple.devices.speech.queue import is_late
from supple.devices.speech.tones import levels
from supple.devices.speech.voice import Reason, Utterance, VoiceOptions

_CACHE_S = 600.0
"""Seconds of speech kept ready: 26 MB on disk."""
_PREPARE_AT_MOST = 1000


class Clips:
    """Rendered texts, the least recently used thrown away first. Not safe between threads."""

    def __init__(self, keep_s: float = _CACHE_S) -> None:
        self._clips: OrderedDict[str, Clip] = OrderedDict()
        self._keep_s = keep_s
        self._total_s = 0.0

    def find(self, text: str) -> Clip | None:
        """The clip of `text`, if it is ready."""
        clip = self._clips.get(text)
        if clip is not None:
            self._clips.move_to_end(text)
        return clip

    def add(self, text: str, clip: Clip) -> None:
        """Keep `clip`; the last one added is always kept."""
        self._clips[text] = clip
        self._total_s += clip.seconds
        while self._total_s > self._keep_s and len(self._clips) > 1:
            self._forget(self._clips.popitem(last=False)[1])

    def clear(self) -> None:
        """Throw all away."""
        for clip in self._clips.values():
            self._forget(clip)
        self._clips.clear()

    def _forget(self, clip: Clip) -> None:
        self._total_s -= clip.seconds
        clip.path.unlink(missing_ok=True)


class RenderedSpeech:
    """Speaks by rendering to files and playing them on the deck. See `Speech`."""

    def __init__(self, context: Context, open_renderer: Callable[[], Renderer]) -> None:
        self._tell = context.tell
        self._folder = context.folder
        self._deck = context.deck
        self._open_renderer = open_renderer
        # One lock for all below; whoever changes what there is to do notifies.
        self._work = threading.Condition()
        self._absent = False
        self._options = VoiceOptions()
        self._spoken_like: VoiceOptions | None = None
        self._clips = Clips()
        self._waiting: Utterance | None = None
        self._to_prepare: deque[str] = deque(maxlen=_PREPARE_AT_MOST)
        self._lists_asked = 0
        self._rendered = 0

    def say(self, utterance: Utterance) -> None:
        """See `Speech`."""
        with self._work:
            self._silence()
            clip = self._clips.find(utterance.text)
            if self._absent:
                self._tell(lines.Failed(utterance.id, Reason.NO_ENGINE))
            elif clip is not None:
                self._play(utterance, clip)
            else:
                self._waiting = utterance
                self._work.notify()

    def prepare(self, texts: Sequence[str]) -> None:
        """See `Speech`."""
        with self._work:
            self._to_prepare.extend(texts)
            self._work.notify()

    def hush(self) -> None:
        """See `Speech`."""
        with self._work:
            self._silence()

    def configure(self, options: VoiceOptions) -> None:
        """See `Speech`."""
        with self._work:
            self._options = options
            self._clips.clear()
            self._work.notify()

    def list_voices(self) -> None:
        """See `Speech`."""
        with self._work:
            self._lists_asked += 1
            self._work.notify()

    def run(self) -> None:
        """See `Speech`."""
        try:
            renderer = self._open_renderer()
        except EngineError as fault:
            self._be_absent(str(fault))
        else:
            self._render_for_ever(renderer)

    def _be_absent(self, why: str) -> None:
        with self._work:
            self._absent = True
            if self._waiting is not None:
                self._tell(lines.Failed(self._waiting.id, Reason.NO_ENGINE))
        self._tell(lines.NoEngine(why))
        while True:
            with self._work:
                self._work.wait_for(lambda: self._lists_asked)
                self._lists_asked -= 1
            self._tell(lines.Voices(()))

    def _render_for_ever(self, renderer: Renderer) -> None:
        self._tell(lines.Ready())
        while True:
            with self._work:
                self._work.wait_for(self._has_work)
                options, utterance = self._options, self._waiting
                text = utterance.text if utterance else self._next_to_prepare()
                lists, self._lists_asked = self._lists_asked, 0
            if options != self._spoken_like:
                renderer.configure(options)
                self._spoken_like = options
            if text:
                began_s = time.monotonic()
                self._render(renderer, text, options)
                if utterance is None:
                    self._rest(time.monotonic() - began_s)
            for _ in range(lists):
                self._tell(lines.Voices(renderer.voices()))

    def _rest(self, seconds: float) -> None:
        """Between two texts that nobody waits for: take half a core at most."""
        with self._work:
            self._work.wait_for(lambda: self._waiting or self._lists_asked, seconds)

    def _has_work(self) -> bool:
        to_say = self._waiting or self._to_prepare
        return bool(to_say or self._lists_asked or self._options != self._spoken_like)

    def _next_to_prepare(self) -> str:
        while self._to_prepare:
            text = self._to_prepare.popleft()
            if self._clips.find(text) is None:
                return text
        return ""

    def _render(self, renderer: Renderer, text: str, options: VoiceOptions) -> None:
        self._rendered += 1
        path = self._folder / f"{self._rendered}.wav"
        try:
            clip = Clip(path, _render_whole(renderer, text, path))
        except EngineError:
            clip = None
        with self._work:
            if options != self._options:
                path.unlink(missing_ok=True)  # told to speak otherwise meanwhile: once more
                return
            if clip is not None:
                self._clips.add(text, clip)
            if self._waiting is not None and self._waiting.text == text:
                utterance, self._waiting = self._waiting, None
                if clip is None:
                    self._tell(lines.Failed(utterance.id, Reason.STOPPED))
                else:
                    self._play(utterance, clip)

    def _silence(self) -> None:
        """Under the lock: stop, and answer for what was never begun."""
        self._deck.stop()
        if self._waiting is not None:
            self._tell(lines.Ended(self._waiting.id, lines.Ending.CUT, words=True))
            self._waiting = None

    def _play(self, utterance: Utterance, clip: Clip) -> None:
        """Under the lock."""
        if is_late(utterance, time.monotonic()):
            self._tell(lines.Ended(utterance.id, lines.Ending.LATE, words=True))
            return
        self._deck.play(clip, lambda how: self._ended(utterance, how))
        shown = levels(clip.path) if utterance.shown else ()
        self._tell(lines.Started(utterance.id, clip.seconds, shown))

    def _ended(self, utterance: Utterance, how: lines.Ending | None) -> None:
        if how is None:
            self._tell(lines.Failed(utterance.id, Reason.NO_SOUND))
        else:
            self._tell(lines.Ended(utterance.id, how, words=True))


def _render_whole(renderer: Renderer, text: str, path: Path) -> float:
    """Render beside `path` and rename, so that no half file is ever played; seconds."""
    part = path.with_suffix(".part")
    seconds = renderer.render(text, part)
    part.rename(path)
    return seconds
