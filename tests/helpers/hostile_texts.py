"""A database in which every text is hostile: it tries to be more than text wherever it is shown."""

import shutil
from pathlib import Path

import duckdb

BEFORE = "2026. "
BEHIND = (
    " 5 < 6 &amp; &copy; <i>tag</i> **bold** [link](https://x.example) www.evil.example"
    " a@evil.example https://evil.example :smile: :material/delete: $x^2$ -> `code`"
)
"""A list, entities, a tag, Markdown, bare addresses, a smiley, an icon, a formula, an arrow."""

TEXTS = """
SELECT table_name, column_name
FROM duckdb_columns()
WHERE data_type = 'VARCHAR' AND table_name IN (SELECT table_name FROM duckdb_tables())
    AND regexp_matches(
        column_name, '^(publisher|title|locator|person_name|text|.*_en|.*_fr)$'
    )
    AND table_name NOT IN ('dictionary', 'vocabularies')
"""


def write_hostile(database: Path, folder: Path) -> Path:
    """Write a copy of a database in which every text begins and ends with hostile signs."""
    copy = Path(shutil.copy(database.resolve(), folder / "hostile.duckdb"))
    with duckdb.connect(copy) as connection:
        for table, column in connection.execute(TEXTS).fetchall():
            connection.execute(
                f"UPDATE {table} SET {column} = $before || {column} || $behind"
                f" WHERE {column} IS NOT NULL",
                {"before": BEFORE, "behind": BEHIND},
            )
        connection.execute("UPDATE edition SET id = 'hostile'")  # what is cached is of another
    return copy
