"""Builds at the same time, and pointers, links and clocks that are wrong."""

import os
import time
from pathlib import Path

import duckdb

from faults import ground as grounds
from faults.ground import FEW, MORE, Ground, is_sentence
from faults.trial import Findings, Size


def run(size: Size, folder: Path) -> Findings:
    """Put in the way of a build what it does not expect."""
    found = Findings("Builds that meet, odd links, locks and clocks cost a sentence or a wait")
    ground = grounds.new(folder)
    for number in range(size.pick(1, 10)):
        _two_builds(ground, found, number)
    obstacles = (_dangling, _data_pipe, _loop, _folder, _own_file, _data_loop)
    for obstacle in obstacles[: size.pick(1, len(obstacles))]:
        obstacle(ground, found)
    for years in (-30, 30)[: size.pick(0, 2)]:
        _clock(ground, found, years)
    return found


def _two_builds(ground: Ground, found: Findings, number: int) -> None:
    ground.write(FEW)
    first = ground.start("build")
    ground.write(MORE)
    second = ground.start("build")
    errors = [first.communicate()[1], second.communicate()[1]]
    # The first may read while the second's data is written: it may refuse, and says why.
    found.expect(second.returncode == 0, f"two builds, round {number}: {errors[1]}")
    found.expect("Traceback" not in "".join(errors), f"two builds, round {number}: {errors}")
    last = ground.run("build")
    found.expect(last.returncode == 0 and ground.needs()[0] == MORE, f"after both: {last.stderr}")
    found.expect(not ground.drafts(), f"two builds left {ground.drafts()}")


def _put_right(ground: Ground, found: Findings, what: str) -> None:
    refused = ground.run("build")
    found.expect("Traceback" not in refused.stderr, f"{what}: {refused.stderr[-500:]}")
    if refused.returncode:
        found.expect(is_sentence(refused.stderr), f"{what}: {refused.stderr[-500:]}")
        if ground.database.is_symlink() or ground.database.is_file():
            ground.database.unlink()
        else:
            ground.database.rmdir()
        again = ground.run("build")
        found.expect(again.returncode == 0, f"{what}, put right: {again.stderr[-500:]}")
    try:
        found.expect(ground.needs()[0] == MORE, f"{what}: other rows are served")
    except (duckdb.Error, OSError) as error:
        found.expect(False, f"{what}: {error}")


def _dangling(ground: Ground, found: Findings) -> None:
    ground.database.unlink()
    ground.database.symlink_to("nowhere.duckdb")
    _put_right(ground, found, "the pointer leads nowhere")


def _loop(ground: Ground, found: Findings) -> None:
    ground.database.unlink()
    ground.database.symlink_to(ground.database.name)
    _put_right(ground, found, "the pointer leads to itself")


def _folder(ground: Ground, found: Findings) -> None:
    ground.database.unlink()
    ground.database.mkdir()
    _put_right(ground, found, "a folder has the pointer's name")


def _own_file(ground: Ground, found: Findings) -> None:
    ground.database.unlink()
    ground.database.write_text("precious")
    refused = ground.run("build")
    intact = ground.database.is_file() and ground.database.read_text() == "precious"
    found.expect(refused.returncode != 0 and intact, "somebody's own file was overwritten")
    _put_right(ground, found, "somebody's own file has the pointer's name")


def _data_loop(ground: Ground, found: Findings) -> None:
    path = ground.data / "needs.csv"
    path.unlink()
    path.symlink_to(path.name)
    _refused(ground, found, "a data file is a link to itself")


def _data_pipe(ground: Ground, found: Findings) -> None:
    path = ground.data / "needs.csv"
    path.unlink()
    os.mkfifo(path)
    _refused(ground, found, "a data file is a pipe")


def _refused(ground: Ground, found: Findings, what: str) -> None:
    refused = ground.run("build", seconds=600)
    found.expect(
        refused.returncode != 0 and "Traceback" not in refused.stderr, f"{what}: {refused.stderr}"
    )
    found.expect("needs.csv" in refused.stderr, f"{what}: the file is not named")
    (ground.data / "needs.csv").unlink()
    ground.write(MORE)
    _put_right(ground, found, what)


def _clock(ground: Ground, found: Findings, years: int) -> None:
    """Make the earlier editions look as if they were built in another year."""
    for path in ground.database.parent.glob("tracker-*.duckdb"):
        moment = time.time() + years * 366 * 86_400
        os.utime(path, (moment, moment))
    ground.swap()
    built = ground.run("build")
    found.expect(built.returncode == 0, f"clock off by {years} years: {built.stderr}")
    ground.write(MORE)
    ground.run("build")
    found.expect(ground.needs()[0] == MORE, f"clock off by {years} years: other rows are served")
