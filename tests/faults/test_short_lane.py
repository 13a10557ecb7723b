"""A short lane of each trial of ``faults``, so that none of them can rot."""

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from faults import TRIALS, ground, http, load
from faults.ground import Ground
from faults.server import Server, serve
from faults.trial import Size
from tests.helpers.shared import made_once

pytestmark = pytest.mark.slow

SAME = ("hundredfold",)
"""Trials that differ from another one in their numbers alone."""
SERVED = ("http", "sessions", "soak")
"""Trials that leave the server well, and do not mind what it has gone through."""
new = ground.new


def _copied(folder: Path) -> Ground:
    built = made_once("ground", new)
    return Ground(Path(shutil.copytree(built, folder, symlinks=True, dirs_exist_ok=True)))


@pytest.fixture(autouse=True)
def _built_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have trials begin on a copy of one ground, or of its empty database: each would make it."""
    monkeypatch.setattr(ground, "new", _copied)
    [empty] = made_once("ground", new).glob("build/.tracker.template-*")
    for folder in (tmp_path, tmp_path / "0"):
        folder.joinpath("build").mkdir(parents=True)
        shutil.copy(empty, folder / "build")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ground, Server]]:
    """A ground and the server on it: to start one takes longer than a short lane."""
    ground = _copied(tmp_path_factory.mktemp("served"))
    with serve(ground) as server:
        yield ground, server


@pytest.mark.parametrize("name", [name for name in TRIALS if name not in SAME])
def test_it_holds_what_it_promises(
    name: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried at least once, and no attempt fails."""
    if name in SERVED:
        one, server = request.getfixturevalue("served")
        monkeypatch.setattr(ground, "new", lambda _: one)
        for trial in (http, load):
            monkeypatch.setattr(trial, "serve", lambda _: nullcontext(server))
    found = TRIALS[name](Size.SHORT, tmp_path)
    if found.skipped:
        pytest.skip(found.skipped)

    assert found.tried > 0
    assert found.failures == []
