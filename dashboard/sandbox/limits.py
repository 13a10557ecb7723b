"""How much one reader's query may take; every other place reads it here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one query, and its result, may take."""

    seconds: float = 9.0
    """Wall-clock time of its run; with what comes before and after, a reader knows within ten."""
    express_seconds: float = 1.0
    """Time after which a query in the express lane is no longer a short one."""
    memory: int = 512
    """Megabytes that DuckDB may use; the operating system stops the process somewhat later."""
    rows: int = 10_000
    columns: int = 1_000
    cells: int = 500_000
    """A wide result has fewer rows: a workbook takes some 12 microseconds a cell."""
    header_characters: int = 20_000_000
    """Characters of all column names together, which JSON repeats in every row."""
    bytes: int = 20 * 1024**2
    """Size of the result as Arrow IPC."""
    cell_characters: int = 100_000
    """Of a single text; a longer one is shortened and ends in ``...``."""
    query_characters: int = 1_000_000
    """Length of the query itself, with its parameters."""
