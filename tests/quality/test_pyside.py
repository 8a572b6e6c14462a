"""Guards against faults of PySide6, and what is done about its slow start."""

import subprocess
import sys

# PySide6 6.12.0 under Python 3.11 drops a reference to True at each emit, and the process aborts.
EMIT = """
import sys
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rings = Signal(int)
bell = Bell()
heard = []
bell.rings.connect(heard.append)
before = sys.getrefcount(True)
for count in range(5_000):
    bell.rings.emit(count)
assert len(heard) == 5_000
print(sys.getrefcount(True) - before)
"""


def test_emitting_a_signal_drops_no_reference_to_true() -> None:
    result = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert abs(int(result.stdout)) < 10


# What is said of wrong arguments, and of a signature that is asked for.
MISTAKES = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["mistakes", "-platform", "offscreen"])
for mistake in (
    lambda: QTimer().start("soon"),
    lambda: QLabel("a", "b", "c", "d"),
    lambda: QLabel("a").setText(5),
    lambda: QLabel(nonsense=3),
    lambda: QTimer.singleShot(),
):
    try:
        mistake()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(QLabel.setText.__doc__)
from PySide6.support.signature import get_signature
print(get_signature(QLabel.setText))
"""
LOADED = """
import sys
import PySide6.QtWidgets
from PySide6.support import deprecated
print("shibokensupport.signature.loader" in sys.modules)
print([name for name in vars(deprecated) if name.startswith("fix_for_")])
"""


def said_by(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_the_window_starts_without_the_signatures_of_pyside() -> None:
    assert said_by("import supple.ui\n" + LOADED) == "False\n[]\n"


def test_a_wrong_call_is_told_as_clearly_with_the_signatures_put_off() -> None:
    plain = said_by(MISTAKES)
    assert "Supported signatures" in plain
    assert said_by("import supple.ui\n" + MISTAKES) == plain


MORE = """
import sys
import supple.ui
helper = sys.modules["signature_bootstrap"]
print(hasattr(helper, "mapping"))
import PySide6.QtCore
print(hasattr(helper, "__path__"), "shibokensupport.signature.loader" in sys.modules)
print(helper.mapping.__name__, hasattr(helper, "nonsense"))
"""


def test_what_another_version_asks_the_library_for_is_answered_by_the_library() -> None:
    assert said_by(MORE) == "False\nFalse False\nshibokensupport.signature.mapping False\n"
