"""The state of a page, which is in its address: filters and days."""
