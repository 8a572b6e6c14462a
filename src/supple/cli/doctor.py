"""`supple doctor`: what works here, and what would help."""

from argparse import Namespace

from supple.app.container import Container
from supple.app.doctor import report_lines
from supple.cli import out


def doctor(args: Namespace, app: Container) -> int:
    """Print the report; it is not a failure when something is missing."""
    if args.json:
        out.write_json(list(app.findings()))
        return 0
    for line in report_lines(app.findings(), app.words):
        out.write(line)
    return 0
