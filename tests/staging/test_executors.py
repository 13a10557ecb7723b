"""Builds whose tables are made in other processes or on a cluster, and lie on the disk."""

import os
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.helpers.tiny import TINY, write_tiny
from tests.helpers.tiny_folder import write_views
from transforms import pipeline
from transforms.database import editions
from transforms.database.editions import Edition
from transforms.errors import ClusterError
from transforms.problems import DataProblems
from transforms.staging import executors
from transforms.staging.where import Where


@pytest.fixture(autouse=True)
def main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the main module: tests of pages leave a script that workers would run."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def built(folder: Path, where: Where = pipeline.HERE, **replaced: str) -> Edition:
    """Build the tiny data in a folder of its own."""
    folder.mkdir()
    data = write_tiny(folder / "data", **replaced)
    views = write_views(folder / "views")
    return pipeline.build(data, folder / "out" / "tracker.duckdb", views=views, where=where)


def files(folder: Path) -> list[str]:
    """Return what a build left beside its pointer, hidden files too."""
    return sorted(path.name for path in (folder / "out").iterdir())


def test_rows_on_the_disk_make_the_same_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names an edition after its content, wherever the rows lay, and leaves nothing behind."""
    small = built(tmp_path / "small")
    monkeypatch.setattr(pipeline, "IN_MEMORY", 0)
    large = built(tmp_path / "large")

    assert large.id == small.id
    assert files(tmp_path / "large") == files(tmp_path / "small")


def test_rows_on_the_disk_are_judged_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the same lines, though the rows lie in another order."""
    members = TINY["memberships"].replace("club", "clubb")
    found = []
    for limit in (pipeline.IN_MEMORY, 0):
        monkeypatch.setattr(pipeline, "IN_MEMORY", limit)
        with pytest.raises(DataProblems) as error:
            built(tmp_path / f"{limit}", memberships=members)
        found.append(list(map(str, error.value.problems)))

    assert found[0] == found[1] != []
    assert not any("staging" in name for name in files(tmp_path / "0"))


@pytest.mark.slow
def test_two_processes_make_the_same_edition(tmp_path: Path) -> None:
    """It makes of the same files the same edition in several processes."""
    assert built(tmp_path / "two", Where(workers=2)).id == built(tmp_path / "one").id


def die_once(flag: Path, number: int) -> int:
    """End the process that this runs in, the first time."""
    if not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.slow
def test_a_worker_that_dies_costs_no_results(tmp_path: Path) -> None:
    """It runs again what the dead worker had, and what waited for it."""
    tasks = {f"{number}": (tmp_path / "died", number) for number in range(5)}

    assert executors.run(die_once, tasks, Where(workers=2)) == {f"{n}": n for n in range(5)}
    assert (tmp_path / "died").exists()


def die(_: int) -> int:
    """End the process that this runs in."""
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.slow
def test_workers_that_always_die_end_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives up with a sentence instead of trying for ever."""
    monkeypatch.setattr(executors, "ATTEMPTS", 1)
    with pytest.raises(ClusterError, match="died"):
        executors.run(die, {"one": (1,)}, Where(workers=1))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of Dask's own sockets and clocks
def test_a_cluster_makes_the_same_edition(tmp_path: Path) -> None:
    """It makes the same edition on a cluster of Dask, of which one worker is killed meanwhile."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        tasks = {f"{number}": (tmp_path / "died", number) for number in range(5)}
        where = Where(cluster=cluster.scheduler_address)

        assert executors.run(die_once, tasks, where) == {f"{n}": n for n in range(5)}
        assert built(tmp_path / "many", where).id == built(tmp_path / "one").id


def test_a_cluster_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the address that nobody answers at."""
    monkeypatch.setattr(executors, "PATIENCE", 0.1)
    with pytest.raises(ClusterError, match=r"no cluster at tcp://127\.0\.0\.1:1"):
        executors.run(len, {"one": ("a",)}, Where(cluster="tcp://127.0.0.1:1"))


def test_only_dead_builds_lose_what_they_put_aside(tmp_path: Path) -> None:
    """It sweeps a folder that nobody holds, and leaves that of a build under way."""
    database = tmp_path / "tracker.duckdb"
    dead = tmp_path / ".tracker.staging.1.draft"
    dead.mkdir()
    (dead / "needs.arrow").touch()
    with editions.aside(database) as live, editions.lock(database):
        assert live.is_dir()
        assert not dead.exists()
    assert not live.exists()


def test_a_build_follows_a_dead_one_with_its_number(tmp_path: Path) -> None:
    """It begins although a killed process of the same number left its folder: in a container."""
    dead = tmp_path / f".tracker.staging.{os.getpid()}.draft"
    dead.mkdir()
    (dead / "needs.arrow").touch()
    with editions.aside(tmp_path / "tracker.duckdb") as live:
        assert [path.name for path in live.iterdir()] == [editions.LOCK]
