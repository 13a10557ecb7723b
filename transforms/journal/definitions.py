"""Which definitions differ between two editions."""

import duckdb

DEFINITIONS = """
WITH written AS (
    SELECT database_name AS edition, view_name AS name, sql FROM duckdb_views()
    WHERE NOT internal AND schema_name = 'main'
    UNION ALL
    SELECT database_name, function_name, macro_definition FROM duckdb_functions()
    WHERE NOT internal AND schema_name = 'main' AND function_type LIKE '%macro%'
    UNION ALL
    SELECT 'old', 'vocabularies', bit_xor(hash(row))::VARCHAR FROM old.vocabularies AS row
    UNION ALL
    SELECT 'new', 'vocabularies', bit_xor(hash(row))::VARCHAR FROM new.vocabularies AS row
)

SELECT name FROM written WHERE edition IN ('old', 'new')
GROUP BY name HAVING count(*) = 1 OR count(DISTINCT sql) > 1 ORDER BY name
"""


def definitions(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Name the views and macros whose SQL is not the same in both editions, and changed words."""
    return [name for (name,) in connection.execute(DEFINITIONS).fetchall()]
