"""Organizations, their bodies, companies and groups of countries."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

ORGANIZATION = Kind(
    "organization",
    "organizations",
    ("actors",),
    message("Organizations and groups"),
    ":material/account_balance:",
)
