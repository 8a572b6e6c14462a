"""What stays the system's own: the colour of selected text."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from supple.ui.theme.style import apply
from supple.ui.theme.tokens import tokens_for
from tests.ui.conftest import MakeLook


@pytest.mark.parametrize("strong", [False, True])
def test_selected_text_has_the_colours_of_the_system_unless_more_contrast_is_wanted(
    qapp: QApplication, make_look: MakeLook, strong: bool
) -> None:
    qapp.setPalette(QPalette())
    role = QPalette.ColorRole
    marked = [qapp.palette().color(each).name() for each in (role.Highlight, role.HighlightedText)]
    look = make_look()
    look.change(tokens=tokens_for(dark=False, strong=strong))
    if strong:
        marked = [look.tokens.primary, look.tokens.on_primary]
    for _time in range(2):  # our own palette is not taken for the system's
        apply(qapp, look)
        ground, words = marked
        rule = f"selection-background-color: {ground}; selection-color: {words};"
        assert rule in qapp.styleSheet()
    assert qapp.palette().color(role.Accent).name().upper() == look.tokens.primary
