"""Countries: states, territories and states of the past."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

COUNTRY = Kind(
    "country",
    "countries",
    ("actors", "countries"),
    message("Countries"),
    message("Every country: what it is in, what it signed, what commits it and what is due."),
    ":material/public:",
    "country",
    parameter="country",
)
