"""``tracker serve``: what it hands on to the server, and what it does about a damaged database."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.helpers.tracker_command import own, tracker
from transforms.database.integrity import damage

Serve = Callable[[], tuple[Result, dict[str, str]]]


@pytest.fixture
def serve(built: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """``serve()`` does all but become the server, and returns what that would be given."""
    given: dict[str, str] = {}
    monkeypatch.setattr(os, "execve", lambda file, arguments, variables: given.update(variables))
    return lambda: (tracker("serve", *own(built), "--port", "65000"), given)


def test_the_server_knows_database_and_data(built: Path, serve: Serve) -> None:
    """It hands both on, so that the server never builds from other data."""
    _, given = serve()

    assert given["TRACKER_DATABASE"] == str(built / "own.duckdb")
    assert given["TRACKER_DATA"] == str(built / "data")


def test_origins_of_a_proxy_are_allowed(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It hands each of them on to Streamlit, which asks for the same."""
    words: list[str] = []
    monkeypatch.setattr(os, "execve", lambda file, arguments, variables: words.extend(arguments))
    monkeypatch.setenv("TRACKER_ORIGINS", "https://tracker.example http://intranet:8080")

    tracker("serve", *own(built))

    assert [word.partition("=")[2] for word in words if "corsAllowedOrigins" in word] == [
        "https://tracker.example",
        "http://intranet:8080",
    ]


@pytest.mark.parametrize("origin", ["tracker.example", "https://tracker.example/", "*"])
def test_what_is_no_origin_is_refused(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, origin: str
) -> None:
    """It names it in a sentence, and starts no server."""
    monkeypatch.setenv("TRACKER_ORIGINS", origin)

    result, given = serve()

    assert result.exit_code == 2
    assert f"TRACKER_ORIGINS has '{origin}'" in result.stderr
    assert not given


@pytest.mark.parametrize(
    "variable", ["TRACKER_SQL_ROWS", "TRACKER_CONNECTIONS", "TRACKER_CONNECTIONS_PER_ADDRESS"]
)
def test_a_limit_that_cannot_be_used_is_refused(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """It names the variable in a sentence, and starts no server."""
    monkeypatch.setenv(variable, "many")

    result, given = serve()

    assert result.exit_code == 2
    assert f"Error: {variable} is 'many'; it takes a whole number above zero" in result.stderr
    assert not given


@pytest.mark.slow
def test_a_damaged_database_is_built_anew(built: Path, serve: Serve) -> None:
    """It says which file was damaged, and serves a whole one."""
    file = (built / "own.duckdb").resolve()
    os.truncate(file, 20_000)

    result, given = serve()

    assert f"{file}: warning: the edition was damaged and is built anew" in result.stderr
    assert damage(file) is None
    assert given


@pytest.mark.slow
def test_the_last_whole_edition_is_served_where_none_can_be_built(
    built: Path, serve: Serve
) -> None:
    """It lists what is wrong with the data, and goes on with what is whole."""
    needs = built / "data" / "needs.csv"
    needs.write_text(needs.read_text("utf-8").replace("Teachers", "Books"), "utf-8")
    assert tracker("build", *own(built)).exit_code == 0
    os.truncate((built / "own.duckdb").resolve(), 0)
    needs.write_text("nothing\n", "utf-8")

    result, given = serve()

    assert "needs.csv" in result.stderr
    assert "the last whole edition is served" in result.stderr
    assert given


def test_nothing_is_served_without_a_whole_edition(built: Path, serve: Serve) -> None:
    """It ends where there is neither a database nor data to build one from."""
    os.truncate((built / "own.duckdb").resolve(), 0)
    (built / "data" / "needs.csv").write_text("nothing\n", "utf-8")

    result, given = serve()

    assert (result.exit_code, given) == (1, {})
