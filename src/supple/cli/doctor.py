"""`supple doctor`: what works here, and what would help."""

from argparse import Namespace

from supple.app.container import Container
from supple.cli import out


def doctor(args: Namespace, app: Container) -> int:
    """Print the report; it is not a failure when something is missing."""
    if args.json:
        out.write_json(list(app.findings()))
        return 0
    for finding in app.findings():
        out.write(f"{finding.level.value:8} {finding.subject}: {finding.words}")
        if finding.fix:
            out.write(f"{'':8} {finding.fix}")
    return 0
