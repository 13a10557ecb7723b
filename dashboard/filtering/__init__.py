"""Filters of pages and addresses, declared once and applied in SQL."""
