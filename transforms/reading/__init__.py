"""Read CSV files as strings with line numbers."""
