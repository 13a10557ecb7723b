"""The recipe for an export format, followed on a copy."""

import json

import pytest

from tests.helpers.recipe_copy import Copy

pytestmark = pytest.mark.slow

KIND = '        Kind("ndjson", "ndjson", "application/x-ndjson", "NDJSON"),\n'
WRITER = '''\
def ndjson_bytes(frame: pl.DataFrame) -> bytes:
    """Return one JSON object a line.

    Raises:
        FileError: A day outside the years that can be written.
    """
    check_days(frame)
    return without_bytes(frame).write_ndjson().encode("utf-8")


'''


def add_a_format(copy: Copy) -> None:
    """Follow the steps of the recipe."""
    copy.replace(
        "transforms/files/kinds.py",
        '        Kind("json", "json", "application/json", "JSON"),\n',
        '        Kind("json", "json", "application/json", "JSON"),\n' + KIND,
    )
    copy.insert("transforms/files/writers.py", before="def excel_bytes(", text=WRITER)
    copy.insert(
        "transforms/files/writers.py",
        before='    "json": json_bytes,\n',
        text='    "ndjson": ndjson_bytes,\n',
    )


def test_command_address_and_page_offer_a_new_format(copy: Copy) -> None:
    """It writes the same rows by export, sql and /data/, and is listed wherever formats are."""
    exported = copy.tracker("export", "focus_areas", "--format", "ndjson")
    rows = [json.loads(line) for line in exported.splitlines()]
    assert [row["id"] for row in rows] == ["schools", "skills"]
    query = copy.tracker("sql", "FROM focus_areas", "--format", "ndjson")
    assert query == exported
    copy.tracker("export", "focus_areas", "-o", "areas.ndjson")
    assert (copy.path / "areas.ndjson").read_text("utf-8") == exported

    address, listed, described = copy.got("/data/focus_areas.ndjson", "/data/", "/openapi.json")
    assert address["type"] == "application/x-ndjson"
    assert address["text"] == exported
    assert "focus_areas.ndjson" in listed["text"]
    assert "application/x-ndjson" in described["text"]
    data, sql = (
        *copy.opened("data", "fr", part="downloads"),
        *copy.opened("sql", "fr", relation="needs"),
    )
    assert "NDJSON" in data["buttons"]
    assert "data/needs.ndjson" in sql["text"]
