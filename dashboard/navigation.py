"""Every page, in the order in which readers meet them. Adding a page is one line here."""

from dataclasses import dataclass
from pathlib import Path

from dashboard.kinds import KINDS
from dashboard.words.i18n import message

FOLDER = Path(__file__).parent / "app_pages"


@dataclass(frozen=True)
class Place:
    """One page: its name in the URL and of its file, its title, and its icon."""

    name: str
    title: str
    icon: str

    @property
    def file(self) -> str:
        """The script of the page, as Streamlit wants it: relative to the frame."""
        return f"app_pages/{self.name}.py"


PLACES: tuple[Place, ...] = (
    Place("overview", message("Overview"), ":material/dashboard:"),
    Place("timeline", message("Timeline"), ":material/timeline:"),
    Place("members", message("Members"), ":material/groups:"),
    Place("capacity", message("Capacity building"), ":material/school:"),
    Place("commitments", message("Commitments"), ":material/checklist:"),
    Place("countries", message("Countries"), ":material/public:"),
    Place("sql", message("SQL"), ":material/database:"),
    Place("data", message("Data and method"), ":material/menu_book:"),
)
PLACES += tuple(
    Place(kind.page, kind.title, kind.icon)
    for kind in KINDS.values()
    if kind.page not in {place.name for place in PLACES}
)
PAGES = {place.name: place for place in PLACES if (FOLDER / f"{place.name}.py").exists()}
"""The pages that are there, by name."""
MENU = tuple(place.name for place in PLACES[:8])
"""The pages of the menu; the others are lists of records, linked below it."""
FIRST = PLACES[0].name
"""The page that the bare address shows."""
ROOT = "start"
"""What Streamlit calls the bare address; it is one more way to the first page."""
