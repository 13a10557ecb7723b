"""The DuckDB file: tables, views, editions."""
