"""Kinds of file: one list, from which commands, pages and addresses take them."""

import subprocess
import sys

import click
import polars as pl
import pytest

from dashboard.web.files.writing import FORMATS
from tracker.exporting import export
from tracker.sql import sql
from transforms.files.kinds import ADDRESSED, KINDS, MEDIA_TYPES
from transforms.files.writers import write

BEGINNINGS = {"csv": b"n\n", "excel-csv": b"\xef\xbb\xbfn", "parquet": b"PAR1", "xlsx": b"PK"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_written(kind: str) -> None:
    """It makes a file of that kind."""
    assert write(kind, pl.DataFrame({"n": [1]})).startswith(BEGINNINGS.get(kind, b"[{"))


def test_the_export_command_offers_every_kind() -> None:
    """It knows each by its name."""
    [option] = [each for each in export.params if "--format" in each.opts]
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(KINDS)


def test_an_answer_is_printed_as_every_kind_without_a_first_sheet() -> None:
    """It offers a table besides."""
    [option] = [each for each in sql.params if "--format" in each.opts]
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == {"table"} | {n for n, k in KINDS.items() if not k.explained}


def test_addresses_give_every_kind_that_has_one() -> None:
    """It serves each under the media type that downloads have."""
    assert FORMATS.keys() == ADDRESSED.keys()
    assert all(kind.media_type == MEDIA_TYPES[ending] for ending, kind in FORMATS.items())


def test_the_list_is_light() -> None:
    """It imports no library that writes: the help of a command reads it."""
    script = "import sys, transforms.files.kinds; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script]).returncode == 0
