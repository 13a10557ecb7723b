"""Countries: states, territories and states of the past."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

COUNTRY = Kind(
    "country",
    "countries",
    ("actors", "countries"),
    message("Countries"),
    ":material/public:",
    parameter="country",
)
