"""Owns how a widget tells its layout that it is the taller the less width it is given."""

from PySide6.QtWidgets import QSizePolicy, QWidget

Policy = QSizePolicy.Policy


def follow_width(
    widget: QWidget, across: Policy = Policy.Expanding, down: Policy = Policy.Minimum
) -> None:
    """Let the layout ask `widget.heightForWidth`; `across` and `down` as everywhere in Qt."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
