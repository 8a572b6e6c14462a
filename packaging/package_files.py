"""Writes what packages carry beside the program: icons, manual page, completion, licences.

    python packaging/package_files.py FOLDER

The sources are Supple's own logo, the parser that also answers `--help`, and what the packages that
Supple needs say of themselves.
"""

import os
import shutil
import struct
import sys
from gettext import NullTranslations
from importlib.metadata import distribution, requires, version
from pathlib import Path

import shtab  # type: ignore[import-not-found]
from argparse_manpage.manpage import Manpage  # type: ignore[import-not-found]
from packaging.requirements import Requirement
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from supple.cli.commands import commands
from supple.cli.parser import parser
from supple.ui.theme.mark import paint_logo
from supple.ui.theme.tokens import LIGHT

IDENT = "io.github.supple_app.Supple"
SOURCES = Path(__file__).parent / "assets"
PLACES = {
    f"{IDENT}.desktop": "applications",
    f"{IDENT}.metainfo.xml": "metainfo",
    f"{IDENT}.mime.xml": "mime/packages",
}
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIDES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
COMPLETIONS = {
    "bash": "bash-completion/completions/supple",
    "zsh": "zsh/site-functions/_supple",
}


def main(folder: Path) -> None:
    """Write everything into `folder`; `share` in it is laid out like /usr/share."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _painting = QGuiApplication([])
    share = folder / "share"
    for name, place in PLACES.items():
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SOURCES / name, share / place / name.replace(".mime.", "."))
    write_icons(share / "icons" / "hicolor")
    pictures = {side: png(side) for side in SIDES}
    (folder / "supple.ico").write_bytes(ico({side: pictures[side] for side in ICO_SIDES}))
    (folder / "supple.icns").write_bytes(icns({side: pictures[side] for side in ICNS_KINDS}))
    (folder / "version.txt").write_text(version_resource(version("supple")), "utf-8")
    write_words(share)
    write_licences(share / "doc" / "supple" / "licences")


def write_icons(theme: Path) -> None:
    """The logo in all sizes of the icon theme, and as a drawing."""
    for side in SIDES:
        place = theme / f"{side}x{side}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{IDENT}.png").write_bytes(png(side))
    place = theme / "scalable" / "apps"
    place.mkdir(parents=True, exist_ok=True)
    drawing = QSvgGenerator()
    drawing.setFileName(str(place / f"{IDENT}.svg"))
    drawing.setTitle("Supple")
    drawing.setDescription("")
    drawing.setSize(QSize(128, 128))
    drawing.setViewBox(QRectF(0, 0, 128, 128))
    painter = QPainter(drawing)
    paint_logo(painter, QRectF(0, 0, 128, 128), LIGHT.primary, LIGHT.apricot)
    painter.end()


def png(side: int) -> bytes:
    """The logo, `side` pixels wide and high."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_logo(painter, QRectF(0, 0, side, side), LIGHT.primary, LIGHT.apricot)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(written, b"PNG").write(picture)
    return bytes(written.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon of Windows: a header, one 16-byte entry a picture, then the PNG files."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for side, picture in pictures.items():
        written_side = side % 256  # 256 is written as 0
        head += struct.pack(
            "<BBBBHHII", written_side, written_side, 0, 0, 1, 32, len(picture), offset
        )
        offset += len(picture)
    return head + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """An icon of macOS: a kind and a length before each PNG file, and before them all."""
    body = b"".join(
        struct.pack(">4sI", ICNS_KINDS[side], len(picture) + 8) + picture
        for side, picture in pictures.items()
    )
    return struct.pack(">4sI", b"icns", len(body) + 8) + body


def version_resource(release: str) -> str:
    """What Windows shows under Properties, in the form that PyInstaller reads."""
    numbers = (*map(int, release.split(".")[:3]), 0)
    strings = {
        "CompanyName": "The Supple contributors",
        "FileDescription": "Supple",
        "FileVersion": release,
        "LegalCopyright": "The Supple contributors, GPL-3.0-or-later",
        "ProductName": "Supple",
        "ProductVersion": release,
    }
    rows = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{rows}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def write_words(share: Path) -> None:
    """The manual page and the shell completions, from the parser of the program itself."""
    words = NullTranslations()
    whole = parser(commands(words), words)
    for shell, place in COMPLETIONS.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(shtab.complete(whole, shell), "utf-8")
    whole.man_short_description = "guided stretching for a stiff back"  # type: ignore[attr-defined]
    page = share / "man" / "man1" / "supple.1"
    page.parent.mkdir(parents=True, exist_ok=True)
    # The layout leaves an empty heading before the commands, which man does not like.
    page.write_text(str(Manpage(whole)).replace("\n.SH\nPOSITIONAL", "\n.SH POSITIONAL"), "utf-8")


def write_licences(folder: Path) -> None:
    """The licence texts of everything that Supple needs, and its own, a folder each."""
    for name in sorted(needed("supple")):
        texts = [
            path
            for path in distribution(name).files or ()
            if path.name.upper().startswith(("LICEN", "COPYING", "NOTICE"))
            or "licenses" in path.parts
        ]
        for path in texts:
            target = folder / name / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(Path(str(path.locate())).read_bytes())


def needed(name: str) -> set[str]:
    """The packages that one needs here, itself among them."""
    found = {name}
    for line in requires(name) or ():
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            found |= needed(wanted.name)
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
