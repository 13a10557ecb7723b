"""Read ``data/`` as it is written: every cell a string, every row with its line number.

Nothing is checked here but whether a file can be read at all. In the frames an empty cell is
the empty string; null stands for a cell of a line that could not be split into cells. The
apostrophe that our own exports put before a text like a formula is taken off again.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import dataframely as dy
import polars as pl

from transforms.paths import folder_name, special_file
from transforms.problems import MOST, Finding, Problem, did_you_mean, messages_for
from transforms.reading.encoding import UnreadableError, decode
from transforms.reading.formulas import restored
from transforms.reading.header import Header, faults, read_header
from transforms.reading.rows import layout, misquoted
from transforms.schema import TABLES
from transforms.schema.localized import is_optional


def no_folder(folder: Path) -> list[Problem]:
    """Return that there is no such folder, if there is none."""
    return [] if folder.is_dir() else [Problem(str(folder), 0, "", "there is no such folder")]


def read_table(
    folder: Path, name: str, schema: type[dy.Schema]
) -> tuple[pl.DataFrame, list[Problem]]:
    """Read one table in ``folder``.

    Returns:
        A frame of strings with the column ``line`` (UInt32: the physical line on which the row
        starts) and those declared columns that the file has; of a file that cannot be read a frame
        without columns but ``line``. And what is wrong with the file.
    """
    columns = schema.columns()
    optional = [column for column, declared in columns.items() if is_optional(declared)]
    return read(folder / f"{name}.csv", list(columns), optional)


def read(
    path: Path, declared: list[str], optional: Collection[str] = ()
) -> tuple[pl.DataFrame, list[Problem]]:
    """Read one file: its ``declared`` columns as strings, and what is wrong with it.

    A column that is ``optional`` comes out empty where the file lacks it.
    """
    file = f"{folder_name(path.parent)}/{path.name}"
    if special := special_file(path):
        message = f"here stands {special}; a table is a file"
        return _nothing(), [Problem(file, 0, "", message)]
    try:
        decoded = decode(path.read_bytes())
        frame, found = _parse(decoded.text, declared, optional)
    except FileNotFoundError:
        return _nothing(), [Problem(file, 0, "", "the file is missing" + _instead(path))]
    except OSError as error:
        return _nothing(), [Problem(file, 0, "", f"the file cannot be read: {error.strerror}")]
    except UnreadableError as error:
        return _nothing(), [Problem(file, error.line, "", error.message)]
    notes = [
        Problem(file, line, "", message, severity) for line, message, severity in decoded.notes
    ]
    return frame, notes + [Problem(file, *fault) for fault in found]


def _parse(
    text: bytes, declared: list[str], optional: Collection[str]
) -> tuple[pl.DataFrame, list[Finding]]:
    header = read_header(text, set(declared))
    names = header.names
    lacking = [name for name in optional if name not in names]
    declared = [name for name in declared if name not in lacking]
    found = [(header.line, column, message) for column, message in faults(names, declared)]
    wanted = {name: str(names.index(name)) for name in declared if names.count(name) == 1}
    if not wanted:
        return _nothing(), found
    rows = layout(text, header.separator, header.line)
    cells = _cells(text, header)
    if cells is None or cells.height != rows.height:
        return _nothing(), [*found, *_unsplit(text, header.separator)]
    inside = _separators(cells, header.separator)
    rows = rows.select(
        "line", blank=_blank(cells), surplus=pl.col("separators") - inside - len(names) + 1
    )
    found += [*_ragged(rows, len(names)), *_unnamed(rows, cells, names)]
    empty = [pl.lit("").alias(name) for name in lacking]
    return _rows(rows, cells, wanted).with_columns(empty), found


def _cells(text: bytes, header: Header) -> pl.DataFrame | None:
    """Split what follows the header into cells; None if quotation marks prevent it.

    Polars fills a short row and cuts a long one: their separators are counted afterwards.
    """
    try:
        return pl.read_csv(
            text,
            has_header=False,
            skip_lines=header.line,
            separator=header.separator,
            schema={str(place): pl.String for place in range(len(header.names))},
            missing_columns="insert",
            extra_columns="ignore",  # of the first row; the others are cut below
            truncate_ragged_lines=True,
            empty_string_is_null=False,
            raise_if_empty=False,
        )
    except pl.exceptions.ComputeError:
        return None


def _unsplit(text: bytes, separator: str) -> list[Finding]:
    """Say why the file could not be split into cells."""
    return list(misquoted(text, separator)) or [(0, "", "the file cannot be split into cells")]


def _separators(cells: pl.DataFrame, separator: str) -> pl.Series:
    """Return how many separators stand inside the cells of each row."""
    counts = pl.all().str.count_matches(separator, literal=True).cast(pl.Int64)
    return cells.select(pl.sum_horizontal(counts)).to_series()


def _blank(cells: pl.DataFrame) -> pl.Series:
    """Return which rows hold nothing, as spreadsheets leave them below a table."""
    suspects = cells.with_row_index("row").filter(pl.col("0").str.strip_chars() == "")
    empty = suspects.filter(pl.all_horizontal(pl.exclude("row").str.strip_chars() == ""))
    return pl.int_range(cells.height, eager=True).is_in(empty["row"].cast(pl.Int64).implode())


def _ragged(rows: pl.DataFrame, width: int) -> Iterator[Finding]:
    ragged = rows.filter(~pl.col("blank"), pl.col("surplus") != 0)

    def message(surplus: int) -> str:
        cause = "a separator is missing" if surplus < 0 else "does a cell need quotation marks?"
        return f"the line has {width + surplus:,} cells instead of {width}: {cause}"

    yield from messages_for(ragged.select("line", "surplus"), "", message)


def _unnamed(rows: pl.DataFrame, cells: pl.DataFrame, names: list[str]) -> Iterator[Finding]:
    """Yield the first line on which a nameless column holds something, for each such column."""
    nameless = {str(place): place + 1 for place, name in enumerate(names) if not name}
    if not nameless:
        return
    filled = pl.all().str.strip_chars() != ""
    first = cells.select(list(nameless)).select(pl.when(filled.any()).then(filled.arg_max())).row(0)
    found = [
        (rows["line"][row], column)
        for row, column in zip(first, nameless.values(), strict=True)
        if row is not None
    ]
    frame = pl.DataFrame(found, {"line": pl.UInt32, "column": pl.Int64}, orient="row")
    yield from messages_for(frame, "", lambda column: f"column {column} has cells but no name")


def _rows(rows: pl.DataFrame, cells: pl.DataFrame, wanted: dict[str, str]) -> pl.DataFrame:
    """Return the rows that hold something; of a ragged one only its first cell is certain."""
    split = rows["surplus"] == 0
    if not split.all():
        cells = cells.with_columns(pl.when(split).then(pl.exclude("0")))
    read = restored(cells.select(**{name: pl.col(place) for name, place in wanted.items()}))
    frame = read.insert_column(0, rows["line"])
    return frame.filter(~rows["blank"]) if rows["blank"].any() else frame


def _nothing() -> pl.DataFrame:
    return pl.DataFrame(schema={"line": pl.UInt32})


def unknown_files(folder: Path) -> Iterator[Problem]:
    """Yield files that look like a table and are none."""
    unknown = [path for path in sorted(folder.glob("*.csv")) if path.stem not in TABLES]
    name = folder_name(folder)
    for path in unknown[:MOST]:
        hint = did_you_mean(path.stem, TABLES)
        message = f"the file is not a table of the tracker and was not read{hint}"
        yield Problem(f"{name}/{path.name}", 0, "", message, "warning")
    if len(unknown) > MOST:
        message = f"and {len(unknown) - MOST:,} more files like the {MOST} above were not read"
        yield Problem(f"{name}/{unknown[MOST].name}", 0, "", message, "warning")


def _instead(path: Path) -> str:
    """Name a file that was probably meant, such as the workbook of the same name."""
    near = sorted(
        other.name
        for other in path.parent.iterdir()
        if other.stem.casefold() == path.stem.casefold()
    )
    return f"; save {near[0]} as {path.name} (CSV UTF-8)" if near else ""
