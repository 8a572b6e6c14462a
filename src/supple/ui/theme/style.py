"""Owns how the tokens reach Qt's own parts: palette, style sheet, Fusion as the base."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from supple.ui.theme.look import Look
from supple.ui.theme.tokens import Tokens
from supple.ui.theme.type_scale import BODY, SMALL


def apply(app: QApplication, look: Look) -> None:
    """Dress the whole program; call again whenever `look` has changed."""
    app.setPalette(QPalette())  # the system's own
    marked = _marked_text(app.palette(), look.tokens)
    app.setPalette(palette(look.tokens))
    app.setFont(look.font(BODY))
    app.setStyleSheet(style_sheet(look, marked))


def _marked_text(system: QPalette, tokens: Tokens) -> tuple[str, str]:
    """Ground and words of selected text: the system's, unless more contrast is wanted."""
    if tokens.strong:
        return tokens.primary, tokens.on_primary
    role = QPalette.ColorRole
    return system.color(role.Highlight).name(), system.color(role.HighlightedText).name()


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that menus, fields and scroll bars take their colours from."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.Accent: tokens.primary,
        role.Link: tokens.primary,
        role.LinkVisited: tokens.primary,
        role.Light: tokens.surface,
        role.Midlight: tokens.sunken,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Shadow: tokens.ink3,
    }
    made = QPalette()
    for where, value in colours.items():
        made.setColor(where, QColor(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.ink3))
    return made


def style_sheet(look: Look, marked: tuple[str, str]) -> str:
    """Return the style sheet of native parts; everything else paints itself.

    `marked` are ground and words of what is selected in a text field.
    """
    t, u = look.tokens, look.u
    line = max(1, round(t.outline))
    lit, on_lit = (t.primary, t.on_primary) if t.strong else (t.primary_soft, t.primary_ink)
    return f"""
    QToolTip {{
        background: {t.surface}; color: {t.ink}; border: {line}px solid {t.border_strong};
        padding: {u(5)}px {u(8)}px; font-size: {u(SMALL.size)}px;
    }}
    QMenu {{
        background: {t.surface}; color: {t.ink}; border: {line}px solid {t.border};
        padding: {u(6)}px; font-size: {u(BODY.size)}px;
    }}
    QMenu::item {{ padding: {u(8)}px {u(20)}px {u(8)}px {u(12)}px; border-radius: {u(8)}px; }}
    QMenu::item:selected {{ background: {lit}; color: {on_lit}; }}
    QMenu::item:disabled {{ color: {t.ink3}; }}
    QMenu::icon {{ left: {u(6)}px; }}
    QMenu::separator {{ height: {line}px; background: {t.border}; margin: {u(6)}px {u(8)}px; }}
    QScrollBar:vertical {{ background: transparent; width: {u(12)}px; margin: {u(3)}px; }}
    QScrollBar::handle:vertical {{
        background: {t.border_strong}; border-radius: {u(3)}px; min-height: {u(40)}px;
    }}
    QScrollBar:horizontal {{ background: transparent; height: {u(12)}px; margin: {u(3)}px; }}
    QScrollBar::handle:horizontal {{
        background: {t.border_strong}; border-radius: {u(3)}px; min-width: {u(40)}px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QPlainTextEdit, QLineEdit, QDateEdit {{
        background: {t.surface}; color: {t.ink}; border: {line}px solid {t.border_strong};
        border-radius: {u(10)}px; padding: {u(8)}px {u(10)}px;
        selection-background-color: {marked[0]}; selection-color: {marked[1]};
    }}
    QDateEdit::drop-down {{
        subcontrol-origin: padding; subcontrol-position: center right;
        border: none; background: transparent; width: {u(28)}px;
    }}
    QDateEdit::down-arrow {{
        width: 0; height: 0; border-left: {u(5)}px solid {t.surface};
        border-right: {u(5)}px solid {t.surface}; border-top: {u(6)}px solid {t.ink2};
    }}
    QTableView {{
        background: {t.surface}; color: {t.ink}; border: none;
        selection-background-color: {t.primary_soft}; selection-color: {t.primary_ink};
    }}
    QTableView::item {{ border-top: {line}px solid {t.border}; }}
    QHeaderView {{ background: {t.surface}; border: none; }}
    QHeaderView::section {{
        background: {t.surface}; color: {t.ink2}; border: none; padding: {u(4)}px {u(3)}px;
    }}
    QProgressBar {{ background: {t.sunken}; border: none; border-radius: {u(6)}px; }}
    QProgressBar::chunk {{ background: {t.primary}; border-radius: {u(6)}px; }}
    """
