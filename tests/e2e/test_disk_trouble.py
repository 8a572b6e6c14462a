"""A full, read-only or forbidden disk: kind words, and nothing that was there is lost."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.program import COMMAND, environment, supple

SUPPLE = shlex.join(COMMAND)
PLAY = f"{SUPPLE} play desk-break-2 --speed 1000 --no-voice"
COMMANDS = {
    "play": PLAY,
    "history": f"{SUPPLE} history --json",
    "plan": f"{SUPPLE} plan",
    "export": f'{SUPPLE} export "$DISK/x.supple"',
    "spreadsheets": f'{SUPPLE} export --csv "$DISK/sheets"',
    "backup": f'{SUPPLE} backup "$DISK/x.db"',
    "restore": f'{SUPPLE} restore "$DISK/good.db"',
    "import": f'{SUPPLE} import "$DISK/good.supple"',
}
PREPARED = f"""
{PLAY} || exit 9
{SUPPLE} backup "$DISK/good.db" && {SUPPLE} export "$DISK/good.supple" || exit 9
{SUPPLE} history --json > "$OUTSIDE/before"
"""
FILL = 'head -c 100M /dev/zero > "$DISK/fill"\n'
AFTER = f'{SUPPLE} history --json > "$OUTSIDE/after"\n'


def on_a_disk(script: str, folder: Path) -> tuple[str, str]:
    """Run a shell script on a small disk that ends with it; the histories before and after."""
    disk = folder / "disk"
    disk.mkdir()
    mount = 'mount -t tmpfs -o size=4m tmpfs "$DISK" || exit 9\n'
    places = {"DISK": str(disk), "OUTSIDE": str(folder)}
    ran = subprocess.run(
        # A user of its own as well, where we are not root: mounting is allowed there.
        ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c", mount + script],
        env={**environment(disk / "home"), **places},
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert ran.returncode == 0, ran.stderr
    return (folder / "before").read_text(), (folder / "after").read_text()


def each_command(folder: Path) -> str:
    """Run all commands; what each says and its exit code go into files."""
    return "".join(
        f'{command} >"{folder}/{name}.out" 2>"{folder}/{name}.err"; echo $? >"{folder}/{name}.rc"\n'
        for name, command in COMMANDS.items()
    )


def assert_kind(folder: Path) -> dict[str, str]:
    """Fail unless each command was done or refused kindly; what those that were refused said."""
    told = {}
    for name in COMMANDS:
        code, err = ((folder / f"{name}.{end}").read_text().strip() for end in ("rc", "err"))
        assert code in ("0", "1", "2"), (name, err)
        assert "Traceback" not in err, name
        assert "Something in Supple went wrong" not in err, (name, err)
        if code != "0":
            assert err, name
            told[name] = err
    return told


def test_a_full_disk_is_told_kindly_and_nothing_is_lost(tmp_path: Path) -> None:
    script = PREPARED + FILL + each_command(tmp_path) + 'rm "$DISK/fill"\n' + AFTER
    before, after = on_a_disk(script, tmp_path)
    told = assert_kind(tmp_path)
    assert {"play", "export", "backup"} <= set(told)
    assert all("The disk is full." in told[name] for name in ("play", "export", "backup")), told
    assert after == before


def test_a_disk_that_became_read_only_is_told_kindly_and_nothing_is_lost(tmp_path: Path) -> None:
    only_reading = 'mount -o remount,ro "$DISK"\n'
    script = PREPARED + only_reading + each_command(tmp_path)
    before, after = on_a_disk(script + 'mount -o remount,rw "$DISK"\n' + AFTER, tmp_path)
    assert {"play", "export", "backup", "restore", "import"} <= set(assert_kind(tmp_path))
    assert after == before


def test_a_session_on_a_full_disk_is_kept_elsewhere_and_comes_back_once(tmp_path: Path) -> None:
    window = shlex.join([sys.executable, "-m", "tests.e2e.full_disk_window"])
    script = f"""
    cd {shlex.quote(str(Path(__file__).parents[2]))}
    {window} "$DISK" "$OUTSIDE/kept.supple" >"$OUTSIDE/told" 2>&1 || exit 9
    rm "$DISK/fill"
    {SUPPLE} history --json >"$OUTSIDE/before"
    {SUPPLE} import "$OUTSIDE/kept.supple" && {SUPPLE} import "$OUTSIDE/kept.supple" || exit 9
    {SUPPLE} history --json >"$OUTSIDE/after"
    """
    before, after = (json.loads(text) for text in on_a_disk(script, tmp_path))
    told = (tmp_path / "told").read_text()
    assert "The disk is full: this session isn't saved yet" in told, told
    assert "This session is safe in kept.supple" in told, told
    [[cut], [whole]] = before, after
    assert cut["session"]["id"] == whole["session"]["id"]
    assert cut["session"]["outcome"] is None
    assert whole["session"]["outcome"] == "completed"
    assert len(cut["steps"]) < len(whole["steps"]) == 6


@pytest.mark.parametrize("lost", ["", "supple.db", "backups", "routines", "device.toml"])
def test_a_permission_that_was_lost_is_told_kindly(lost: str, supple_home: Path) -> None:
    assert supple("list", "routines", home=supple_home).returncode == 0
    played = supple("play", "desk-break-2", "--speed", "1000", "--no-voice", home=supple_home)
    assert played.returncode == 0
    before = supple("history", "--json", home=supple_home).stdout
    place = supple_home / lost
    mode = place.stat().st_mode
    place.chmod(0)
    # Root may read all; without these two rights it is like everybody else.
    drop = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    try:
        for command in (["history", "--json"], ["play", "desk-break-2", "--speed", "1000"]):
            answer = subprocess.run(
                [*(drop if os.geteuid() == 0 else ()), *COMMAND, *command],
                env=environment(supple_home),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=50,
            )
            assert answer.returncode in (0, 1, 2), answer.stderr
            assert "Traceback" not in answer.stderr
            assert "Something in Supple went wrong" not in answer.stderr
            assert answer.returncode == 0 or answer.stderr.strip()
            assert lost or answer.returncode
    finally:
        place.chmod(mode)
    kept = supple("history", "--json", home=supple_home).stdout
    assert before.strip().removesuffix("]").strip() in kept or before in kept
