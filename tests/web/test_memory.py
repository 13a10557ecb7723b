"""A large relation is streamed: the server stays as small as it was."""

import os
import shutil
from collections.abc import Iterator
from http.client import IncompleteRead
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import duckdb
import pytest

from tools import browser as app

pytestmark = pytest.mark.slow

ROWS = 600_000
MEGABYTE = 2**20
BIG = f"""
CREATE TABLE big AS
SELECT '~' || n AS id, n, repeat('x', 100) AS text, ['a', 'b'] AS list, DATE '2026-01-01' AS day
FROM range({ROWS}) AS rows(n);
CREATE TABLE odd AS
SELECT n AS id, if(n < 900_000, DATE '2026-01-01', DATE 'infinity') AS day
FROM range(1_000_000) AS rows(n);
INSERT INTO dictionary BY NAME
SELECT 'Many.' AS meaning_en, 'Beaucoup.' AS meaning_fr, 'table' AS kind, NULL AS column_name,
    0 AS position, name AS relation, false AS key
FROM (VALUES ('big'), ('odd')) AS names(name)
UNION ALL BY NAME
SELECT 'Many.' AS meaning_en, 'Beaucoup.' AS meaning_fr, 'table' AS kind, column_name,
    column_index AS position, data_type AS type, table_name AS relation, column_name = 'id' AS key
FROM duckdb_columns()
WHERE table_name IN ('big', 'odd');
UPDATE edition SET rows = rows + {ROWS} + 1_000_000;
"""


@pytest.fixture(scope="module")
def big(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real database with a large relation, and one that cannot be written to its end."""
    path = Path(shutil.copy(database, tmp_path_factory.mktemp("big") / "tracker.duckdb"))
    with duckdb.connect(path) as connection:
        connection.execute(BIG)
    return path


def resident(pid: int) -> int:
    """Return how many bytes of memory a process takes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def server_at(address: str) -> int:
    """Return the process that serves an address."""
    port = f"--server.port={urlsplit(address).port}".encode()
    found = [path for path in Path("/proc").glob("[0-9]*/cmdline") if port in path.read_bytes()]
    return int(found[0].parent.name)


@pytest.fixture(scope="module")
def server(big: Path) -> Iterator[str]:
    """The address of a server of its own."""
    with app.serve(big) as address:
        yield address


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_many_rows_take_no_more_memory_than_a_few(server: str, ending: str) -> None:
    """It holds some batches at a time, and sends every row."""
    process = server_at(server)
    with urlopen(f"{server}/data/big.{ending}?limit=50000") as answer:
        answer.read()
    before, most, lines, size = resident(process), 0, 0, 0
    with urlopen(f"{server}/data/big.{ending}") as answer:
        while piece := answer.read(MEGABYTE):
            lines += piece.count(b"~")
            size += len(piece)
            most = max(most, resident(process))

    assert lines == ROWS
    assert size > 70 * MEGABYTE
    assert most - before < 60 * MEGABYTE


def test_an_answer_that_breaks_off_is_an_error(server: str) -> None:
    """It never ends an answer whose later rows cannot be written."""
    with (
        urlopen(f"{server}/data/odd.csv") as answer,
        pytest.raises((IncompleteRead, ConnectionError)),
    ):
        answer.read()
