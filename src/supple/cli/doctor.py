"""`supple doctor`: what works here, and what would help."""

from argparse import Namespace

from supple.app.container import Container
from supple.cli import out
from supple.devices.finding import Level


def doctor(args: Namespace, app: Container) -> int:
    """Print the report; it is not a failure when something is missing."""
    if args.json:
        out.write_json(list(app.findings()))
        return 0
    tr = app.words.gettext
    levels = {Level.OK: tr("ok"), Level.LIMITED: tr("limited"), Level.MISSING: tr("missing")}
    wide = max(map(len, levels.values())) + 1
    for finding in app.findings():
        out.write(f"{levels[finding.level]:{wide}} {finding.subject}: {finding.words}")
        if finding.fix:
            out.write(f"{'':{wide}} {finding.fix}")
    return 0
