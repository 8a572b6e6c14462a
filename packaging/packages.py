"""Builds the packages of Supple into build/packages: sdist, wheel, frozen folder, archive, .deb.

Beside them lie a list of everything that is inside (CycloneDX) and the checksums of all.

    python packaging/packages.py [python|bundle]

`python` stops after sdist and wheel, `bundle` after the frozen folder. The tools live in an
environment of their own, filled with the wheel itself, so that only what ships is frozen.
"""

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "packages"
DIST, FILES, BUNDLE, TOOLS = OUT / "dist", OUT / "files", OUT / "bundle", OUT / "tools"
WHEELS, SHIPPED = OUT / "wheels", OUT / "shipped"
OLDER = OUT / "older"  # the same under a lower number, for trying the way up
BIN = TOOLS / ("Scripts" if sys.platform == "win32" else "bin")
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}  # as Debian calls them


def main(until: str) -> int:
    """Build up to and with the step `until`; sizes and checksums are printed."""
    os.environ["SOURCE_DATE_EPOCH"] = epoch()
    for folder in (DIST, FILES, BUNDLE, WHEELS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    release = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if not (TOOLS / "pyvenv.cfg").exists():
        venv.EnvBuilder(with_pip=True, symlinks=sys.platform != "win32").create(TOOLS)
    install("-r", str(ROOT / "packaging" / "package-tools.txt"))
    run("python", "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT))
    if until != "python":
        list_parts(release)
        freeze()
    if until == "all" and sys.platform == "linux":
        pack(release)
    sums = ""
    for path in sorted(DIST.iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        sums += f"{digest}  {path.name}\n"
        print(f"{digest}  {path.name}  {path.stat().st_size / 1e6:.1f} MB")
    (DIST / "SHA256SUMS").write_text(sums, "utf-8")
    return 0


def epoch() -> str:
    """The time of the last commit in seconds, unless SOURCE_DATE_EPOCH says another."""
    asked = os.environ.get("SOURCE_DATE_EPOCH")
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return (
        asked or subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    )


def list_parts(release: str) -> None:
    """The wheel with all it needs: as wheels, for recipes that have no network, and as a list."""
    wheel = str(next(DIST.glob("*.whl")))
    pins = ["--constraint", str(ROOT / "constraints.txt")]
    run("python", "-m", "pip", "download", "--quiet", *pins, "--dest", str(WHEELS), wheel)
    venv.EnvBuilder(with_pip=False, clear=True).create(SHIPPED)
    own = str(SHIPPED / BIN.name / "python")
    run("python", "-m", "pip", "--python", own, "install", "--quiet", *pins, wheel)
    listing = DIST / f"supple-{release}.cdx.json"
    run("cyclonedx-py", "environment", "--output-reproducible", "--output-file", str(listing), own)


def freeze() -> None:
    """The program with its Python and Qt in one folder, from the wheel."""
    wheel = next(DIST.glob("*.whl"))
    install("--constraint", str(ROOT / "constraints.txt"), str(wheel))
    install("--no-deps", "--force-reinstall", str(wheel))
    run("python", str(ROOT / "packaging" / "package_files.py"), str(FILES))
    spec = str(ROOT / "packaging" / "supple.spec")
    run(
        "python", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", str(BUNDLE), "--workpath", str(OUT / "work"), spec,
    )  # fmt: skip


def pack(release: str) -> None:
    """The archive to unpack anywhere, and the Debian package."""
    machine = platform.machine()
    pages = FILES / "share" / "man" / "man1" / "supple.1"
    pages.with_suffix(".1.gz").write_bytes(gzip.compress(pages.read_bytes(), mtime=0))
    pages.unlink()
    with tarfile.open(DIST / f"supple-{release}-linux-{machine}.tar.xz", "w:xz") as archive:
        archive.add(BUNDLE / "supple", f"supple-{release}")
        archive.add(FILES / "share", f"supple-{release}/share")
    os.environ["ARCH"] = ARCHITECTURES[machine]
    shutil.copy(ROOT / "packaging" / "linux" / "after-remove.sh", FILES)
    config = str(ROOT / "packaging" / "linux" / "package.yaml")
    OLDER.mkdir(exist_ok=True)
    for number, folder in (("0.0.1", OLDER), (release, DIST)):
        os.environ["VERSION"] = number
        run("nfpm", "package", "--packager", "deb", "--config", config, "--target", str(folder))


def install(*what: str) -> None:
    """One quiet `pip install` into the tools' environment."""
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def run(tool: str, *arguments: str) -> None:
    """One tool of that environment, in the folder the packages are built in."""
    subprocess.run([str(BIN / tool), *arguments], cwd=OUT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "all"))
