"""A hold in the window at 1920x1080; prints the median of whole repaints, in processor ms.

python -m benchmarks.programs.session_scene plain|session
"""

import os
import statistics
import sys
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from supple.core.session.steps import Kind
from supple.ui.screenshots.studio import Shot, Studio

SIZE: Final = (1920, 1080)
REPAINTS: Final = 30
LEFT_S: Final = 12.0


def main() -> None:
    studio = Studio(Path(os.environ["SUPPLE_HOME"]) / "studio", Shot(), "en")
    window = studio.session(
        "supine-mat", lambda view: view.step.kind is Kind.HOLD and view.remaining_s <= LEFT_S
    )
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for _ in range(REPAINTS):
        began = time.process_time()
        if sys.argv[1] == "plain":
            image.fill(QColor("#DCEBE4"))
        else:
            with QPainter(image) as painter:
                window.visit.page.run.render(painter, QPoint())
        times.append(time.process_time() - began)
    print(statistics.median(times) * 1e3, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
