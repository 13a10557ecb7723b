"""Which rows of a relation are asked for: filters of pages and addresses, declared once, in SQL."""
