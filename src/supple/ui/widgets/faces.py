"""What painted widgets are to a screen reader, where Qt cannot know it: their face."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent, QKeyEvent
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

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


class _Picture(QAccessibleWidget):
    """A picture that tells something has a name; one without only adorns, and is passed over."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)

    def state(self) -> QAccessible.State:
        """Return the usual state; unseen without a name."""
        state = super().state()
        if not self.widget().accessibleName():
            state.invisible = True
        return state


class _Card(QAccessibleWidget):
    """A card that can be pressed: a screen reader does it as Enter does."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Button)

    def actionNames(self) -> list[str]:  # noqa: N802
        """Return what can be done with it, first what a press is."""
        return [self.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802
        """Press it, or do what Qt does."""
        if name != self.pressAction():
            super().doAction(name)
            return
        plain = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain)
        QApplication.sendEvent(self.widget(), press)


class _Fold(_Card):
    """What opens in its place: `open` says whether it is."""

    def state(self) -> QAccessible.State:
        """Return the usual state, and whether it is open."""
        state, is_open = super().state(), bool(getattr(self.widget(), "open", False))
        state.expandable, state.expanded, state.collapsed = True, is_open, not is_open
        return state


def tell_opened(widget: QWidget) -> None:
    """Have a screen reader hear that what folds was opened or closed."""
    changed = QAccessible.State()
    changed.expanded, changed.collapsed = True, True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(widget, changed))


picture: MakeFace = _Picture
fold: MakeFace = _Fold
card: MakeFace = _Card
text = role(QAccessible.Role.StaticText)
group = role(QAccessible.Role.Grouping)
alert = role(QAccessible.Role.AlertMessage)
dialog = role(QAccessible.Role.Dialog)
document = role(QAccessible.Role.Document)
window = role(QAccessible.Role.Window)
