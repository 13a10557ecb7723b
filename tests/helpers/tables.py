"""The tables in the two languages of the tests, neither of which may lack a text."""

from transforms.schema import tables
from transforms.settings import Settings

SETTINGS = Settings(languages=("en", "fr"), complete=("en", "fr"))
TABLES = tables(SETTINGS.languages, SETTINGS.complete)
