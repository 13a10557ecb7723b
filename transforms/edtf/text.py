"""What a date of the data looks like as text; kept apart from what needs Polars to read it."""

_DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
PATTERN = rf"^({_DATE}|\[({_DATE})?\.\.{_DATE}\])$"
"""What a cell with a date must look like."""
YEARS = (1800, 2200)
"""The first and the last year that can be meant; 0204 and 20204 are slips of a finger."""
