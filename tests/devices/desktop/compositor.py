"""A compositor that tells of idleness and nothing else, built on the real libwayland.

Run as a program with the version of the protocol. It prints the name of its socket, and then what
it is asked; a line `idled N` or `resumed N` on its input is told to the watch of N milliseconds.
"""

import sys
from importlib import import_module
from typing import Any

from pywayland.protocol.ext_idle_notify_v1 import ExtIdleNotificationV1, ExtIdleNotifierV1
from pywayland.protocol.wayland import WlSeat
from pywayland.server.display import Display
from pywayland.server.eventloop import EventLoop

EVENTS = {"idled": 0, "resumed": 1}
END, WATCH = 0, {1: "any", 2: "input"}

# Typed as what they are: names that a C library has, known only while it runs.
_pywayland: Any = import_module("pywayland")
ffi, lib = _pywayland.ffi, _pywayland.lib
DISPATCHER = ffi.typeof(ffi.addressof(lib, "dispatcher_func"))

watches: dict[int, Any] = {}
display = Display()


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


# pywayland 0.4.19 does not bring requests to a server's Python, so libwayland calls this itself.
@ffi.callback(DISPATCHER)  # type: ignore[untyped-decorator]
def asked(_data: Any, target: Any, opcode: int, _message: Any, arguments: Any) -> int:
    resource = ffi.cast("struct wl_resource *", target)
    if resource in watches.values():
        after_ms = next(each for each, watch in watches.items() if watch == resource)
        del watches[after_ms]
        lib.wl_resource_destroy(resource)
        say("end", after_ms)
    elif opcode in WATCH:
        client = lib.wl_resource_get_client(resource)
        made = lib.wl_resource_create(client, ExtIdleNotificationV1._ptr, 1, arguments[0].n)
        lib.wl_resource_set_dispatcher(made, asked, ffi.NULL, ffi.NULL, ffi.NULL)
        watches[arguments[1].u] = made
        say(WATCH[opcode], arguments[1].u)
    return 0


def bound(notifier: Any) -> None:
    lib.wl_resource_set_dispatcher(notifier._ptr, asked, ffi.NULL, ffi.NULL, ffi.NULL)


def told(_descriptor: int, _mask: int, _data: None) -> int:
    words = sys.stdin.readline().split()
    if words:
        event = EVENTS[words[0]]
        lib.wl_resource_post_event_array(watches[int(words[1])], event, ffi.NULL)
        display.flush_clients()
    else:
        display.terminate()
    return 0


notifiers: Any = ExtIdleNotifierV1.global_class(display, int(sys.argv[1]))
notifiers.bind_func = bound
seats = WlSeat.global_class(display, 1)
say(display.add_socket())
source = display.get_event_loop().add_fd(0, told, EventLoop.FdMask.WL_EVENT_READABLE, None)
display.run()
