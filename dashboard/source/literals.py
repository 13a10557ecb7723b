"""Values written out in SQL, for queries that a reader sees and can run again."""

from datetime import date


def literal(value: object) -> str:
    """Return a value as DuckDB reads it.

    >>> literal("it's"), literal(date(2026, 1, 1)), literal([1, None, True])
    ("'it''s'", "DATE '2026-01-01'", '[1, NULL, true]')
    """
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case date():
            return f"DATE '{value.isoformat()}'"
        case list() | tuple():
            return f"[{', '.join(map(literal, value))}]"
    return "'" + str(value).replace("'", "''") + "'"
