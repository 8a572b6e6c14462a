"""`supple screenshot`: a screen with invented data as a PNG, without a display."""

from argparse import Namespace
from pathlib import Path

from supple.app.container import Container
from supple.cli import out
from supple.core.errors import InputError


def screenshot(args: Namespace, app: Container) -> int:
    """List the screens, or write the picture of one."""
    from supple.ui.screenshots import studio

    if args.list:
        for name in studio.SCREENS:
            out.write(name)
        return 0
    tr = app.words.gettext
    if args.screen is None:
        raise InputError(tr("A screen's name is needed."), fix="`supple screenshot --list`")
    if args.out is None:
        raise InputError(tr("A file to write to is needed: -o FILE.png"))
    studio.offscreen()
    shot = studio.Shot(
        theme=args.theme,
        size=args.size,
        scale=args.scale,
        text_percent=args.text,
        contrast=args.contrast,
    )
    studio.save(args.screen, shot, Path(args.out), app.language, app.folders.locale)
    return 0
