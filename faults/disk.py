"""A disk that is full at every write, and a folder that cannot be written to."""

import os
import shutil
import subprocess
from pathlib import Path

import duckdb

from faults import ground as grounds
from faults.ground import FEW, MORE, Ground, environment, is_sentence
from faults.trial import Findings, Size

CALLS = ("pwrite64", "fsync", "rename", "symlink", "ftruncate")
SIZES = (60, 200, 500, 800, 1_000, 1_200, 1_600, 2_400)
"""Kilobytes that a small disk of its own has for the build."""


def run(size: Size, folder: Path) -> Findings:
    """Make writes fail; the command reports it in a sentence, and earlier files are still there."""
    found = Findings("A full disk costs a sentence, never an edition, and leaves no cut file")
    ground = grounds.new(folder)
    if shutil.which("strace"):
        for call in CALLS[: size.pick(1, len(CALLS))]:
            for when in range(1, size.pick(2, 9)):
                _failing(ground, found, call, when)
    else:
        found.figures["without strace"] = "failing system calls not tried"
    for kilobytes in SIZES[: size.pick(1, len(SIZES))]:
        _small_disk(ground, found, kilobytes)
    return found


def _failing(ground: Ground, found: Findings, call: str, when: int) -> None:
    """Build while one system call fails from its ``when``-th use on."""
    ground.swap()
    inject = f"inject={call}:error=ENOSPC:when={when}+"
    before = ("strace", "-f", "-q", "-o", os.devnull, "-e", inject)
    built = ground.run("build", before=before)
    what = f"{call} fails from number {when} on"
    found.count("builds on a full disk")
    found.expect("Traceback" not in built.stderr, f"{what}: {built.stderr[-500:]}")
    if built.returncode:
        found.expect(is_sentence(built.stderr), f"{what}: {built.stderr[-500:]}")
    try:
        found.expect(ground.needs()[0] in (FEW, MORE), f"{what}: another edition is served")
    except (duckdb.Error, OSError) as error:
        found.expect(False, f"{what}: {error}")


def _small_disk(ground: Ground, found: Findings, kilobytes: int) -> None:
    """Export and build onto a disk of some kilobytes, mounted in a namespace of its own."""
    place = ground.folder / "disk"
    place.mkdir(exist_ok=True)
    export = " ".join(ground.command("export", "commitments_on", "-o", str(place / "out.csv")))
    options = ("--data", str(ground.data), "--database", str(place / "build" / "tracker.duckdb"))
    build = " ".join([*grounds.COMMAND, "build", *options])
    script = (
        f"mount -t tmpfs -o size={kilobytes}k none {place} && cd {place} &&"
        f" {build}; echo build $?; head -c $(df --output=avail -B1 . | tail -1) /dev/zero > fill;"
        f" {export}; echo export $?; find . -type f -size +0 ! -name fill"
    )
    ended = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script],
        env=environment(),
        text=True,
        capture_output=True,
    )
    what = f"a disk of {kilobytes} kB"
    if "build" not in ended.stdout:
        found.figures["without mount"] = "small disks not tried"
        return
    found.count("small disks")
    found.expect("Traceback" not in ended.stderr, f"{what}: {ended.stderr[-500:]}")
    cut = [line for line in ended.stdout.splitlines() if line.endswith("out.csv")]
    found.expect("export 0" in ended.stdout or not cut, f"{what}: a cut file was left: {cut}")
    drafts = [line for line in ended.stdout.splitlines() if ".draft" in line]
    found.expect(not drafts, f"{what}: left behind: {drafts}")
