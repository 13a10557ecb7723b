"""Write a data folder of any size: copies of the bundled data under new keys.

    python benchmarks/generate.py FOLDER --commitments 100000 [--seed 1]

Each copy has keys and names of its own, some dates that are only a month or a year, and focus areas
of which few hold most commitments, as in use. Countries, groups of countries and focus areas stay
one of each: the world does not grow with what is known of it, and a country is in as many bodies as
there are copies of them. The first copy is the bundled data. The same seed writes the same files.
"""

import argparse
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import polars as pl

from transforms.paths import DATA
from transforms.schema import TABLES
from transforms.settings import FILE, read

COPY = "-copy-"
"""Separates the original key from the number of the copy in the key of a copy."""
WORLD = ("countries", "country_points", "focus_areas", "focus_area_names")
"""Tables that are not copied: all copies refer to the same rows."""
NUMBERED = ("name", "title", "short_title", "symbol", "summary", "statement")
"""Texts to which the number of the copy is added, as no two are alike in use."""
SHORTENED = {"commitments": "due_on", "initiatives": "started_on"}
"""Dates that are less precise in some copies."""
MONTHS, YEARS = 0.2, 0.1
"""Shares of these dates of which only the month, and only the year, is left."""
SKEWED = ("commitment_focus_areas", "initiative_focus_areas", "needs")
"""Tables whose focus areas follow Zipf's law, with this exponent:"""
EXPONENT = 1.3
BATCH = 100
"""Copies that are in memory at the same time."""

Frames = Mapping[str, pl.DataFrame]


def generate(folder: Path, commitments: int, seed: int = 1, data: Path = DATA) -> int:
    """Write a folder with at least so many commitments; return how many copies it holds."""
    tables = {
        name: pl.read_csv(data / f"{name}.csv", infer_schema=False, empty_string_is_null=False)
        for name in TABLES
    }
    copies = math.ceil(commitments / tables["commitments"].height)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(_settings((data / FILE).read_text("utf-8")), "utf-8")
    columns = {name: _columns(name, tables, read(data)[0].languages) for name in tables}
    for name, table in tables.items():
        with (folder / f"{name}.csv").open("wb") as file:
            table.write_csv(file)
            for batch in _batches(copies) if name not in WORLD else ():
                copied = _copied(name, table, columns[name], batch)
                _varied(name, copied, tables, [seed, batch[0]]).write_csv(
                    file, include_header=False
                )
    return copies


def _settings(text: str) -> str:
    """Return the settings without the counts of rows that lack a locator: there are more now."""
    return re.sub(r"^\[without_locator\]\n(?:(?!\[).*\n)*", "", text, flags=re.MULTILINE)


def _batches(copies: int) -> Iterator[range]:
    for start in range(1, copies, BATCH):
        yield range(start, min(start + BATCH, copies))


Columns = tuple[list[tuple[str, pl.Series]], list[str]]
"""Columns that hold keys, each with those that are copied; and texts that get a number."""


def _columns(name: str, tables: Frames, languages: tuple[str, ...]) -> Columns:
    copied = {
        other: table["id"]
        for other, table in tables.items()
        if other not in WORLD and "id" in table.columns
    }
    copied["actors"] = _bodies(tables)["id"]
    inside = tables["memberships"].filter(
        pl.col("organization_id").is_in(copied["actors"].implode())
    )
    copied["memberships"] = inside["id"]
    keys = []
    for column, declared in TABLES[name].columns().items():
        more = declared.metadata or {}
        if more.get("references_by"):
            keys.append((column, pl.concat(copied.values()).unique()))
        target = name if column == "id" else more.get("references")
        if target in copied:
            keys.append((column, copied[target]))
    texts = [f"{text}_{language}" for text in NUMBERED for language in languages]
    return keys, [text for text in (*NUMBERED, *texts) if text in tables[name].columns]


def _bodies(tables: Frames) -> pl.DataFrame:
    """Return the actors that are neither countries nor groups of them."""
    states = tables["countries"]["id"].implode()
    return tables["actors"].filter(~pl.col("id").is_in(states), pl.col("kind") != "country_group")


def _copied(name: str, table: pl.DataFrame, columns: Columns, numbers: range) -> pl.DataFrame:
    """Return the rows once for each number, without rows whose key would stay the same."""
    keys, texts = columns
    many = table.join(pl.DataFrame({"copy": numbers}, {"copy": pl.String}), how="cross")
    own = set(TABLES[name].primary_key())
    new = pl.any_horizontal(
        pl.col(column).is_in(known.implode()) for column, known in keys if column in own
    )
    return (
        many.filter(new)
        .with_columns(
            *(
                pl.when(pl.col(column).is_in(known.implode()))
                .then(pl.col(column) + COPY + pl.col("copy"))
                .otherwise(pl.col(column))
                .alias(column)
                for column, known in keys
            ),
            *(
                pl.when(pl.col(text) != "")
                .then(pl.col(text) + " " + pl.col("copy"))
                .otherwise(pl.lit(""))
                .alias(text)
                for text in texts
            ),
        )
        .drop("copy")
    )


def _varied(name: str, table: pl.DataFrame, tables: Frames, seed: list[int]) -> pl.DataFrame:
    """Shorten some dates, and give rows focus areas of which few are frequent."""
    # By the order of the tables, so that each has its own numbers.
    random = np.random.default_rng([*seed, list(TABLES).index(name)])
    if date := SHORTENED.get(name):
        chance = pl.Series(random.random(table.height))
        length = pl.when(chance < YEARS).then(4).when(chance < YEARS + MONTHS).then(7).otherwise(10)
        whole = pl.col(date).str.contains(r"^\d{4}-\d{2}-\d{2}$")
        table = table.with_columns(
            pl.when(whole)
            .then(pl.col(date).str.slice(0, length))
            .otherwise(pl.col(date))
            .alias(date)
        )
    if name in SKEWED:
        areas = tables["focus_areas"]["id"]
        rank = np.minimum(random.zipf(EXPONENT, table.height), areas.len()) - 1
        table = table.with_columns(focus_area_id=areas.gather(pl.Series(rank)))
        table = table.unique(TABLES[name].primary_key(), keep="first", maintain_order=True)
    return table


def main() -> None:
    """Write the folder that the command names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commitments", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    copies = generate(given.folder, given.commitments, given.seed)
    megabytes = sum(file.stat().st_size for file in given.folder.glob("*.csv")) / 1e6
    print(f"{given.folder}: {copies} copies of the bundled data, {megabytes:,.0f} MB of CSV")


if __name__ == "__main__":
    main()
