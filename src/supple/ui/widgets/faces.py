"""What painted widgets are to a screen reader, where Qt cannot know it: their face."""

from collections.abc import Callable
from functools import cache

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

MakeFace = Callable[[QWidget], QAccessibleInterface]


class _Faces:
    """Makes faces, and keeps each as long as its widget: Qt only borrows them."""

    def __init__(self) -> None:
        self._makers: dict[type[QWidget], MakeFace] = {}
        self._kept: dict[int, QAccessibleInterface] = {}
        QAccessible.installFactory(self.make)

    def learn(self, kind: type[QWidget], maker: MakeFace) -> None:
        self._makers[kind] = maker

    def make(self, _name: str, thing: object) -> QAccessibleInterface | None:
        maker = next(
            (self._makers[kind] for kind in type(thing).mro() if kind in self._makers), None
        )
        if maker is None or not isinstance(thing, QWidget):
            return None
        key = id(thing)
        face = self._kept[key] = maker(thing)
        thing.destroyed.connect(lambda: self._kept.pop(key, None))
        return face


@cache
def _faces() -> _Faces:
    """The one maker of the program: Qt asks it for every widget."""
    return _Faces()


def give_face(kind: type[QWidget], maker: MakeFace) -> None:
    """Let every widget of this kind have the face that `maker` gives it."""
    _faces().learn(kind, maker)


def role(role: QAccessible.Role) -> MakeFace:
    """The face of what is nothing but its role and its accessible name."""
    return lambda widget: QAccessibleWidget(widget, role)


picture = role(QAccessible.Role.Graphic)
text = role(QAccessible.Role.StaticText)
group = role(QAccessible.Role.Grouping)
alert = role(QAccessible.Role.AlertMessage)
dialog = role(QAccessible.Role.Dialog)
document = role(QAccessible.Role.Document)
window = role(QAccessible.Role.Window)
