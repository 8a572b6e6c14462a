"""Owns the colours under a contrast theme of the system: its own, and no others."""

from PySide6.QtGui import QPalette

from supple.core.session.view import Phase
from supple.ui.theme.grounds import Ground
from supple.ui.theme.tokens import Scene, Tokens


def contrast_theme(palette: QPalette) -> Tokens:
    """Return tokens of the four colours that such a theme keeps apart."""
    role = QPalette.ColorRole
    ground, ink = palette.color(role.Window), palette.color(role.WindowText).name().upper()
    mark = palette.color(role.Highlight).name().upper()
    on_mark = palette.color(role.HighlightedText).name().upper()
    back = ground.name().upper()
    session = Ground(
        sky=back,
        land=back,
        track=back,
        arc=mark,
        digits=ink,
        text=ink,
        plate=back,
        plate_sky=back,
        on_arc=on_mark,
    )
    return Tokens(
        dark=ground.lightnessF() < palette.color(role.WindowText).lightnessF(),
        strong=True,
        outline=2.0,
        ground=back,
        surface=back,
        sunken=back,
        border=ink,
        border_strong=ink,
        ink=ink,
        ink2=ink,
        ink3=ink,
        primary=mark,
        primary_hover=mark,
        primary_press=mark,
        on_primary=on_mark,
        primary_soft=back,
        primary_ink=ink,
        apricot=mark,
        apricot_soft=back,
        apricot_ink=ink,
        dusk=mark,
        dusk_soft=back,
        dusk_ink=ink,
        clay=ink,
        clay_soft=back,
        clay_ink=ink,
        focus=ink,
        heat0=back,
        heat1=back,
        heat2=back,
        heat3=mark,
        heat4=ink,
        moving_soft=back,
        scrim=f"#B0{back[1:]}",
        scene=Scene(sky=back, land=back, sun=mark),
        session=dict.fromkeys(Phase, session),
    )
