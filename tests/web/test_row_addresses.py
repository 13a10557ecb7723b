"""Files of records have, if asked for, the address of the page of each row."""

import csv
from io import BytesIO, StringIO

import openpyxl
import polars as pl
import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("actors.csv?id=KEN&_address=true", "http://testserver/countries?country=KEN"),
        ("actors.csv?id=dco&_address=true", "http://testserver/organizations?id=dco"),
        (
            "text_profiles_on.csv?id=gdc&_address=true&lang=fr",
            "http://testserver/texts?id=gdc&lang=fr",
        ),
        ("sources_used.csv?limit=1&_address=true", "http://testserver/sources?id="),
    ],
)
def test_a_row_has_the_address_of_its_page(client: TestClient, query: str, address: str) -> None:
    """It leads to the page that shows the row."""
    (row,) = csv.DictReader(StringIO(client.get(f"/data/{query}").text))
    assert row["page_url"].startswith(address)


def test_every_format_has_it(client: TestClient) -> None:
    """It stands in Parquet, JSON and Excel as in CSV."""
    base, end = "/data/instruments", "?id=gdc&_address=true"
    expected = "http://testserver/texts?id=gdc"
    assert client.get(f"{base}.json{end}").json()[0]["page_url"] == expected
    parquet = pl.read_parquet(BytesIO(client.get(f"{base}.parquet{end}").content))
    assert parquet["page_url"].to_list() == [expected]
    book = openpyxl.load_workbook(BytesIO(client.get(f"{base}.xlsx{end}").content))
    assert expected in [cell.value for row in book.worksheets[1].iter_rows() for cell in row]


def test_files_are_as_described_where_nobody_asks(client: TestClient) -> None:
    """It adds no column by itself, and refuses to where rows have no page."""
    assert "page_url" not in client.get("/data/instruments.csv?limit=1").text
    assert client.get("/data/votes.csv?_address=true").status_code == 400
