"""Owns the picture of the user's own in an opened row of the editor: adding it, taking it away."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Signal

from supple.ui.pages.editor_view import RowView
from supple.ui.theme.icons import Weight
from supple.ui.theme.look import Look
from supple.ui.widgets.button import Button, Size
from supple.ui.widgets.flow_row import FlowRow
from supple.ui.widgets.focus_ring import FocusRing
from supple.ui.widgets.own_picture import OwnPicture, image_of

_SHOWN: Final = (160, 120)


class PictureChoice(FlowRow):
    """A button to add a picture, or the picture with a button that removes it."""

    wanted = Signal()
    removed = Signal()

    def __init__(self, look: Look, tr: Callable[[str], str], view: RowView) -> None:
        super().__init__(look, gap=14)
        if view.picture:
            shown = OwnPicture(QSize(look.u(_SHOWN[0]), look.u(_SHOWN[1])))
            words = tr("Your picture for {name}").format(name=view.name)
            shown.show_picture(image_of(view.picture), words)
            words = tr("Remove the picture")
            self.button = Button(look, words, size=Size.SMALL, icon="trash", weight=Weight.REGULAR)
            self.button.clicked.connect(self.removed)
            self.set_items((shown, self.button))
        else:
            words = tr("Add a picture")
            self.button = Button(look, words, size=Size.SMALL, icon="plus", weight=Weight.BOLD)
            self.button.clicked.connect(self.wanted)
            self.set_items((self.button,))
        FocusRing(look, self).watch(self.button)
