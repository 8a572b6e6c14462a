"""D-Bus: calls with an answer, and signals heard on the listener's thread.

Built on jeepney. One connection a bus carries both, as some services speak only to the connection
that asked them. A bus that has gone is joined again, where it is back, by whoever asks something
of it next: nobody looks out for it.
"""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, NamedTuple, Self, TypeVar

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from supple.core.errors import FacilityError
from supple.devices.desktop.listener import Listener

_log = logging.getLogger(__name__)

_ANSWER_S = 1.0
_PING_S = 0.3
_LEFT_ALONE_S = 600.0  # a bus that takes our call and says nothing, before it is tried again
_DO_NOT_QUEUE, _IS_OWNER = 4, 1
_PROPERTIES = "org.freedesktop.DBus.Properties"

_GONE = "The message bus has gone."
_NO_SUCH = "org.freedesktop.DBus.Error.UnknownMethod"

_Done = TypeVar("_Done")
Body = tuple[Any, ...]
Hear = Callable[[Body], None]
Reply = tuple[str, Body]
Owned = Callable[[bool], None]
"""Whether a service of that name runs now."""
Answer = Callable[[str, str, Body], Reply | None]
"""Interface, method and body of a call to what is returned, with its signature; else None."""

SESSION, SYSTEM = "SESSION", "SYSTEM"


class Service(NamedTuple):
    """An object of a service on the bus, seen through one of its interfaces."""

    name: str
    path: str
    interface: str


def service(name: str, path: str, interface: str = "") -> Service:
    """The object at `path` of the service `name`; its interface is called the same if not given."""
    return Service(name, path, interface or name)


_BUS = service("org.freedesktop.DBus", "/org/freedesktop/DBus")


class Bus:
    """Our place on a message bus. Every method may be called from any thread but `call`."""

    def __init__(self, which: str, connection: DBusConnection, listener: Listener) -> None:
        self._which = which
        self._listener = listener
        self._waiting: dict[int, Callable[[Message], None]] = {}
        self._heard: list[tuple[MatchRule, Hear]] = []
        self._matches: list[str] = []
        self._owned: list[tuple[str, Owned]] = []
        self._served: dict[str, tuple[str, Answer]] = {}
        self._losses: list[Callable[[], None]] = []
        self._sending = threading.Lock()
        self._joining = threading.Lock()
        self._silent: set[str] = set()
        self._is_closed = False
        self._alone_until_s = 0.0
        self._use(connection)

    @classmethod
    def open(cls, which: str, listener: Listener) -> Self | None:
        """The session's or the system's bus; None where there is none."""
        connection = _connected(which)
        return None if connection is None else cls(which, connection, listener)

    @property
    def is_there(self) -> bool:
        """Whether the bus lived and answered when it was last asked; asks nothing itself."""
        return not self._is_lost and _BUS.name not in self._silent

    @property
    def name(self) -> str:
        """Our own name on the bus, such as ":1.7"."""
        return str(self._connection.unique_name)

    def call(self, at: Service, method: str, signature: str = "", body: Body = ()) -> Body:
        """Call a method and wait for what it returns.

        Raises FacilityError when nobody answers in a second, or the answer is an error. Who did not
        answer is waited for no more until the late answer, or the bus's word for it, has come: so
        many questions to one that hangs, or a bus that hangs, cost one second and not many. Never
        for the listener's own thread, which would wait for itself.
        """
        if self._listener.is_current:
            raise RuntimeError("a call on the listener's thread waits for ever")
        if not self._is_lost and self._silent & {at.name, _BUS.name}:
            raise FacilityError(f"{at.name} does not answer.")
        reply = self._reply(_message(at, method, signature, body), at.name, _ANSWER_S)
        if reply is None:
            if at.name != _BUS.name:
                self._reply(_message(_BUS, "GetId", "", ()), _BUS.name, _PING_S)
            raise FacilityError(f"{at.name} does not answer.")
        if reply.header.message_type is not MessageType.method_return:
            raise FacilityError(f"{at.name}: {' '.join(map(str, reply.body))}")
        return tuple(reply.body)

    def _reply(self, message: Message, name: str, wait_s: float) -> Message | None:
        """What `name` replies; None, and `name` is silent, where that takes longer."""
        answer: Future[Message] = Future()

        def take(reply: Message) -> None:
            self._silent.discard(name)
            answer.set_result(reply)

        self._send(message, take)
        try:
            return answer.result(wait_s)
        except TimeoutError:
            self._silent.add(name)
            if answer.done():  # it came just now
                self._silent.discard(name)
            return None

    def request(self, at: Service, method: str, signature: str = "", body: Body = ()) -> None:
        """Call a method and not wait for what it returns."""
        self._send(_message(at, method, signature, body), None)

    def ask(
        self, at: Service, method: str, signature: str, body: Body, answered: Callable[[Body], None]
    ) -> None:
        """Call a method; what it returns goes to `answered`, on the listener's thread.

        An error, or no answer, goes nowhere. Raises FacilityError when the bus has gone.
        """
        self._send(_message(at, method, signature, body), _taking(answered))

    def serve(self, name: str, path: str, answer: Answer) -> bool:
        """Be the service `name` with one object; `answer` is called on the listener's thread.

        False where another program has that name. Raises FacilityError.
        """
        self._served[path] = name, answer
        is_ours = False
        try:
            (result,) = self.call(_BUS, "RequestName", "su", (name, _DO_NOT_QUEUE))
            is_ours = bool(result == _IS_OWNER)
        finally:
            if not is_ours:
                del self._served[path]
        return is_ours

    def serve_no_more(self, name: str, path: str) -> None:
        """Give the name back."""
        if self._served.pop(path, None) is not None:
            self.request(_BUS, "ReleaseName", "s", (name,))

    def emit(self, at: Service, signal: str, signature: str, body: Body) -> None:
        """Send a signal to whoever listens."""
        emitter = DBusAddress(at.path, interface=at.interface)
        self._send(new_signal(emitter, signal, signature, body), None)

    def get(self, at: Service, name: str) -> Any:
        """A property of an object. Raises FacilityError."""
        properties = at._replace(interface=_PROPERTIES)
        (_signature, value), *_ = self.call(properties, "Get", "ss", (at.interface, name))
        return value

    def hear(self, at: Service, signal: str, handler: Hear, *, first: str = "") -> None:
        """Call `handler` with the body of every such signal, on the listener's thread.

        With `first` only of those that begin with this text; nothing else wakes us. Raises
        FacilityError if the bus refuses.
        """
        rule = MatchRule(type="signal", interface=at.interface, member=signal, path=at.path)
        wanted = MatchRule(
            type="signal",
            sender=at.name,
            interface=at.interface,
            member=signal,
            path=at.path,
        )
        for each in (rule, wanted) if first else ():
            each.add_arg_condition(0, first)
        self._heard.append((rule, handler))
        try:
            self.call(_BUS, "AddMatch", "s", (wanted.serialise(),))
        except FacilityError:
            self._heard.remove((rule, handler))
            raise
        self._matches.append(wanted.serialise())

    def hear_owner_of(self, name: str, owned: Owned) -> None:
        """Call `owned`, on the listener's thread, when a service of that name comes or goes.

        Also when the bus was joined again. Raises FacilityError if the bus refuses.
        """

        def heard(body: Body) -> None:
            _name, _before, owner = body
            owned(bool(owner))

        self.hear(_BUS, "NameOwnerChanged", heard, first=name)
        self._owned.append((name, owned))

    def hear_loss(self, gone: Callable[[], None]) -> None:
        """Call `gone`, on the listener's thread, when the bus has gone."""
        self._losses.append(gone)

    def has(self, name: str) -> bool:
        """Whether a service of that name runs now."""
        try:
            (owned,) = self.call(_BUS, "NameHasOwner", "s", (name,))
        except FacilityError:
            return False
        return bool(owned)

    @property
    def answers(self) -> bool:
        """Whether the bus itself answers; False within a second, and at once after that."""
        try:
            self.call(_BUS, "GetId")
        except FacilityError:
            return False
        return True

    def close(self) -> None:
        """Leave the bus."""
        with self._joining:
            self._is_closed = True
            self._listener.remove(self._connection.sock)
            self._connection.close()

    def _use(self, connection: DBusConnection) -> None:
        connection.sock.settimeout(_ANSWER_S)  # of a bus that takes nothing more in
        self._connection = connection
        self._is_lost = False
        self._listener.add(connection.sock, partial(self._read, connection))

    def _join_again(self) -> None:
        """Join the bus anew, and ask it for all that was asked of the old one.

        Raises FacilityError where it is not back. Never on the listener's thread, which would wait.
        """
        if self._listener.is_current:
            raise FacilityError(_GONE)
        with self._joining:
            if not self._is_lost:
                return
            began_s = time.monotonic()
            waits = self._is_closed or began_s < self._alone_until_s
            connection = None if waits else _connected(self._which)
            if connection is None:
                if time.monotonic() - began_s > _PING_S:
                    self._alone_until_s = time.monotonic() + _LEFT_ALONE_S
                raise FacilityError(_GONE)
            self._listener.remove(self._connection.sock)
            self._connection.close()
            self._waiting.clear()
            self._silent.clear()
            self._use(connection)
            for match in self._matches:
                self._put(_message(_BUS, "AddMatch", "s", (match,)), None)
            for name, _answer in self._served.values():
                body = (name, _DO_NOT_QUEUE)
                self._put(_message(_BUS, "RequestName", "su", body), None)
            for name, owned in self._owned:
                asked = _message(_BUS, "NameHasOwner", "s", (name,))
                self._put(asked, _taking(partial(_tell_owned, owned)))

    def _send(self, message: Message, answered: Callable[[Message], None] | None) -> int:
        if self._is_lost:
            self._join_again()
        return self._put(message, answered)

    def _put(self, message: Message, answered: Callable[[Message], None] | None) -> int:
        with self._sending:
            serial: int = next(self._connection.outgoing_serial)
            if answered is not None:
                self._waiting[serial] = answered
            try:
                self._connection.send(message, serial=serial)
            except OSError as error:
                self._waiting.pop(serial, None)
                self._is_lost = True  # half a message may have gone out
                raise FacilityError(_GONE) from error
        return serial

    def _read(self, connection: DBusConnection) -> None:
        """Take in what has come; on the listener's thread."""
        try:
            data = connection.sock.recv(65536)
        except OSError:
            data = b""
        if not data:
            self._is_lost = True
            self._silent.clear()
            self._listener.remove(connection.sock)
            for gone in tuple(self._losses):
                gone()
            return
        for message in connection.parser.feed(data):
            self._try(partial(self._take, message))

    def _take(self, message: Message) -> None:
        answered = self._waiting.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
        if answered is not None:
            answered(message)
            return
        if message.header.message_type is MessageType.method_call:
            self._answer(message)
            return
        for rule, handler in tuple(self._heard):
            if rule.matches(message):
                handler(tuple(message.body))

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        _name, answer = self._served.get(fields[HeaderFields.path], ("", None))
        interface, member = fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]
        ask = partial(answer, interface, member, tuple(call.body)) if answer is not None else None
        reply = self._try(ask) if ask is not None else None
        if reply is None:
            self._send(new_error(call, _NO_SUCH, "s", (member,)), None)
        else:
            signature, body = reply
            self._send(new_method_return(call, signature or None, body), None)

    @staticmethod
    def _try(work: Callable[[], _Done]) -> _Done | None:
        """What `work` makes of a message; None, and a line in the log, of one of a strange shape.

        Any program on the bus can send one, and the thread must live on. A bus that goes while we
        answer is told to whoever asks next.
        """
        try:
            return work()
        except FacilityError:
            return None
        except (ValueError, TypeError, LookupError):
            _log.warning("a message of a strange shape came over the bus", exc_info=True)
            return None


def _connected(which: str) -> DBusConnection | None:
    """A new connection; None where there is no address, nobody there, or a refusal."""
    try:
        return open_dbus_connection(bus=which)
    except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse):
        return None


def _taking(answered: Callable[[Body], None]) -> Callable[[Message], None]:
    """Hand on what a call returned; an error goes nowhere."""

    def take(reply: Message) -> None:
        if reply.header.message_type is MessageType.method_return:
            answered(tuple(reply.body))

    return take


def _tell_owned(owned: Owned, body: Body) -> None:
    owned(bool(body[0]))


def _message(at: Service, method: str, signature: str, body: Body) -> Message:
    address = DBusAddress(at.path, bus_name=at.name, interface=at.interface)
    return new_method_call(address, method, signature or None, body)
