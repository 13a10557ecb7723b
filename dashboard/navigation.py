"""Every page, in the order in which readers meet them. Adding a page is one line here."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.kinds import KINDS
from dashboard.words.i18n import message

FOLDER = Path(__file__).parent / "app_pages"


@dataclass(frozen=True)
class Place:
    """One page: its name in the URL and of its file, its title, its icon, and what it shows."""

    name: str
    title: str
    icon: str
    about: str
    """A sentence for who sees only a link to it."""

    @property
    def file(self) -> str:
        """The script of the page, as Streamlit wants it: relative to the frame."""
        return f"app_pages/{self.name}.py"


PLACES: tuple[Place, ...] = (
    Place(
        "overview",
        message("Overview"),
        ":material/dashboard:",
        message("How many commitments there are, how far they are met, what is due, what is new."),
    ),
    Place(
        "timeline",
        message("Timeline"),
        ":material/timeline:",
        message("What happened and what is planned, body by body, with the source of every date."),
    ),
    Place(
        "members",
        message("Members"),
        ":material/groups:",
        message("Who is a member of what, who signed what, and since when: on any day."),
    ),
    Place(
        "capacity",
        message("Capacity building"),
        ":material/school:",
        message("What countries lack, what was promised to them, and which programmes answer."),
    ),
    Place(
        "commitments",
        message("Commitments"),
        ":material/checklist:",
        message("Every promise with its text, paragraph and deadline, how far it is met, and why."),
    ),
    Place(
        "countries",
        message("Countries"),
        ":material/public:",
        message("What each country signed, belongs to, promised and needs: on any day."),
    ),
    Place(
        "sql",
        message("SQL"),
        ":material/database:",
        message("Ask the database in SQL, and share the answer as a link."),
    ),
    Place(
        "data",
        message("Data and method"),
        ":material/menu_book:",
        message(
            "The sources, what was read of them, how delivery is judged, and every table as a file."
        ),
    ),
)
MENU = tuple(place.name for place in PLACES)
"""The pages of the menu; the others are lists of records, linked below it."""
PLACES += tuple(
    Place(kind.page, kind.title, kind.icon, kind.about)
    for kind in KINDS.values()
    if kind.page not in {place.name for place in PLACES}
)
SEARCH = "search"
PLACES += (
    Place(SEARCH, message("Search"), ":material/search:", message("One search over everything.")),
)
PAGES = {place.name: place for place in PLACES if (FOLDER / f"{place.name}.py").exists()}
"""The pages that are there, by name."""
FIRST = PLACES[0].name
"""The page that the bare address shows."""
ROOT = "start"
"""What Streamlit calls the bare address; it is one more way to the first page."""
