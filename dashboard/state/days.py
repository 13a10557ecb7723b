"""The days that there is a view of."""

from datetime import date

FIRST_DAY = date(1945, 10, 24)
"""No view is older than the United Nations."""
LAST_DAY = date(2100, 12, 31)
