"""The words of argparse, which asks a translator that knows no PO files."""

import argparse
from gettext import NullTranslations


def speak(words: NullTranslations) -> None:
    """Let help and faults of the command line be told in the language of `words` from now on."""
    tr = words.gettext
    told = {
        "usage: ": tr("usage: "),
        "positional arguments": tr("positional arguments"),
        "options": tr("options"),
        "show this help message and exit": tr("show this help message and exit"),
        "the following arguments are required: %s": tr("the following arguments are required: %s"),
        "argument %(argument_name)s: %(message)s": tr("argument %(argument_name)s: %(message)s"),
        "invalid choice: %(value)r (choose from %(choices)s)": tr(
            "invalid choice: %(value)r (choose from %(choices)s)"
        ),
        "unrecognized arguments: %s": tr("unrecognized arguments: %s"),
        "expected one argument": tr("expected one argument"),
        "expected at least one argument": tr("expected at least one argument"),
        "not allowed with argument %s": tr("not allowed with argument %s"),
        "one of the arguments %s is required": tr("one of the arguments %s is required"),
    }
    vars(argparse).update(_=lambda text: told.get(text) or words.gettext(text))


def tr(text: str) -> str:
    """The text in the language that argparse speaks."""
    return str(vars(argparse)["_"](text))
