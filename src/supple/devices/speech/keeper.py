"""Keeps a speech child alive: starts it, feeds it, watches it, ends it when it is stuck.

All of it runs on one thread, which its owner provides, and none of it waits for the child. What to
decide is in `queue`, how to talk to a child in `link`.
"""

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future

import msgspec

from supple.devices.speech import lines
from supple.devices.speech.link import Link
from supple.devices.speech.queue import Limits, Watch, expected_s
from supple.devices.speech.speakable import speakable
from supple.devices.speech.voice import Reason, Utterance, VoiceOptions

Heard = Callable[[Link, lines.AnyReport], None]
Ask = Future[lines.AnyReport | None]
"""Gets the answer, or None if none will come."""

_PREPARED_AT_MOST = 300
_log = logging.getLogger(__name__)


class Keeper:
    """One child after another, never two at a time.

    `launch` starts a child that reports to the function given to it, or raises OSError; those
    reports are to reach `hear` on the keeper's thread. `changed` is told why the voice is broken
    from now on, or None when it is back.
    """

    def __init__(
        self,
        launch: Callable[[], Link],
        limits: Limits,
        changed: Callable[[Reason | None], None],
    ) -> None:
        self._launch = launch
        self._changed = changed
        self._watch = Watch(limits)
        self._link: Link | None = None
        self._options = VoiceOptions()
        self._prepared: dict[str, None] = {}
        self._asks: list[tuple[type[lines.Report], Ask]] = []
        self._listening: list[Future[None]] = []
        self._resting = False

    @property
    def link(self) -> Link | None:
        """The child; None while there is none. May be read from any thread."""
        return self._link

    @property
    def deadline_s(self) -> float | None:
        """When `overdue` is to be called unless the child answers before."""
        return self._watch.deadline_s

    def start(self) -> None:
        """Have a child; when broken, try again now."""
        now_s = time.monotonic()
        if self._watch.broken is Reason.NO_ENGINE:
            self._end_link()
        self._watch = self._watch.retry(now_s)
        self._ensure_link(now_s)

    def say(self, utterance: Utterance, given_s: float) -> None:
        """Hand `utterance`, its text made speakable, to the child, if that makes sense now."""
        if not self._watch.may_speak(given_s):
            utterance = msgspec.structs.replace(utterance, text="")
        if not utterance.text and utterance.tone is None:
            return
        link = self._ensure_link(given_s)
        if link is not None:
            self.said(link, utterance, given_s)
            link.send(lines.Say(utterance))

    def said(self, link: Link, utterance: Utterance, given_s: float) -> None:
        """Expect the answers to `utterance`, which `link` gets without our help."""
        if link is self._link:
            self._resting = False
            length_s = expected_s(utterance.text, self._options.rate_wpm)
            self._watch = self._watch.given(utterance.id, length_s, given_s)

    def prepare(self, texts: Sequence[str]) -> None:
        """Have `texts` made ready now, and again whenever that is lost."""
        plain = [text for text in map(speakable, texts) if text]
        for text in plain:
            self._prepared.pop(text, None)
            self._prepared[text] = None
        for text in list(self._prepared)[:-_PREPARED_AT_MOST]:
            del self._prepared[text]
        link, known = self._link, self._ensure_link(time.monotonic())
        if link is not None and link is known:  # a new one was told already
            link.send(lines.Prepare(tuple(plain)))

    def hush(self) -> None:
        """Be silent."""
        if self._link is not None:
            self.hushed(self._link)
            self._link.send(lines.Hush())

    def hushed(self, link: Link) -> None:
        """Expect the answer to an order to hush, which `link` gets without our help."""
        if link is self._link:
            self._watch = self._watch.hushing(time.monotonic())

    def rest(self) -> None:
        """End the child as soon as nothing is being said; the next order starts another."""
        self._resting = True
        self._prepared.clear()
        self._tell_quiet()

    def configure(self, options: VoiceOptions) -> None:
        """Speak like this, now and after each new start."""
        self._options = options
        if self._link is not None:
            self._brief(self._link)

    def ask(self, order: lines.Order, kind: type[lines.Report], answer: Ask) -> None:
        """Send `order`; the report of `kind` that answers it goes to `answer`."""
        link = self._ensure_link(time.monotonic())
        if link is None:
            answer.set_result(None)
        else:
            self._asks.append((kind, answer))
            link.send(order)

    def tell_quiet(self, quiet: Future[None]) -> None:
        """Let `quiet` be done as soon as nothing is being said."""
        self._listening.append(quiet)
        self._tell_quiet()

    def hear(self, link: Link, report: lines.AnyReport) -> None:
        """Learn from a report; those of an earlier child count no more."""
        if link is not self._link:
            return
        match report:
            case lines.Voices() | lines.SoundTried():
                self._answer(report)
            case lines.Lost(why):
                self._give_up(why)
            case lines.NoEngine(why) | lines.Crashed(why):
                _log.info("the speech child: %s", why)
        self._learn(self._watch.heard(report, time.monotonic()))

    def overdue(self) -> None:
        """The child did not answer in time."""
        self._give_up("no answer")

    def close(self) -> None:
        """End the child in peace."""
        self._part()
        self._forget_asks()
        self._tell_quiet()

    def _part(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _give_up(self, why: str) -> None:
        _log.info("the speech child is ended: %s", why)
        now_s = time.monotonic()
        self._end_link()
        self._learn(self._watch.lost(now_s))
        if self._watch.may_start(now_s):
            self._ensure_link(now_s)

    def _end_link(self) -> None:
        if self._link is not None:
            self._link.kill()
            self._link = None
        self._forget_asks()

    def _ensure_link(self, now_s: float) -> Link | None:
        """The child, started now if there is none and it may be."""
        self._resting = False
        if self._link is None and self._watch.may_start(now_s):
            try:
                self._link = self._launch()
            except OSError as fault:
                _log.info("the speech child cannot be started: %s", fault)
                self._learn(self._watch.lost(now_s))
            else:
                self._watch = self._watch.starting(now_s)
                self._brief(self._link)
        return self._link

    def _brief(self, link: Link) -> None:
        """Tell a child what it has to know."""
        link.send(lines.Configure(self._options))
        if self._prepared:
            link.send(lines.Prepare(tuple(self._prepared)))

    def _learn(self, watch: Watch) -> None:
        before, self._watch = self._watch.broken, watch
        self._tell_quiet()
        if watch.broken is not before:
            self._changed(watch.broken)

    def _answer(self, report: lines.AnyReport) -> None:
        for ask in [ask for ask in self._asks if isinstance(report, ask[0])]:
            self._asks.remove(ask)
            ask[1].set_result(report)

    def _tell_quiet(self) -> None:
        if self._watch.deadline_s is not None and self._link is not None:
            return
        heard, self._listening = self._listening, []
        for each in heard:
            each.set_result(None)
        if self._resting and not self._asks:
            self._part()

    def _forget_asks(self) -> None:
        asks, self._asks = self._asks, []
        for _kind, answer in asks:
            answer.set_result(None)
