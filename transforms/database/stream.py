"""Hand rows from Polars to DuckDB and back with nothing in between."""

from typing import Any, Protocol


class Streamed(Protocol):
    """Whatever can give its rows as an Arrow stream: a frame, a relation."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:  # a PyCapsule
        """Return the stream."""
        ...


class Stream:
    """Rows that show nothing of themselves but their Arrow stream.

    Seeing a frame, DuckDB would import pyarrow to read it; seeing a relation, Polars would
    remember its type, which DuckDB then reports as leaked when the process ends.
    """

    def __init__(self, rows: Streamed) -> None:
        """Wrap a Polars frame or a DuckDB relation."""
        self._rows = rows

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:  # a PyCapsule
        """Return the stream of the rows."""
        return self._rows.__arrow_c_stream__(requested_schema)
