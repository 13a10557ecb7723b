"""``tracker serve --workers``: several servers behind one port, which the trials run and kill."""

from pathlib import Path

import pytest

from tests.helpers.tracker_command import tracker
from tracker import workers


def test_a_reader_stays_with_a_server_and_files_take_any() -> None:
    """It sets a cookie for pages, and none for what shared caches may keep."""
    reported = workers.configuration("localhost", 8501, [9001, 9002])
    pages, files = reported.split("\nbackend stateless")

    assert "bind 127.0.0.1:8501" in pages
    assert "server worker2 127.0.0.1:9002 check cookie worker2" in pages
    assert "cookie" not in files
    assert "server worker2 127.0.0.1:9002 track sticky/worker2" in files


@pytest.mark.slow
def test_without_haproxy_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It names the program and the package before it starts anything."""
    monkeypatch.setattr("tracker.workers.which", lambda *_, **__: None)
    result = tracker("serve", "--workers", "2", "--database", str(tmp_path / "own.duckdb"))

    assert result.exit_code == 1
    assert "apt install haproxy" in result.stderr
