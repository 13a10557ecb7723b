"""Judge whole tables: keys, references, and what tables must agree on."""

from collections.abc import Mapping

from transforms.problems import Problem
from transforms.quality import places, problems_of_tables
from transforms.schema import tables as declared
from transforms.settings import FILE, Settings, strangers
from transforms.staging.tables import Judged, Staged


def judge(staged: Mapping[str, Staged], settings: Settings, folder: str) -> list[Problem]:
    """Return everything that only whole tables can tell, in no order."""
    schemas = declared(settings.languages, settings.complete)
    present = {name: each.present for name, each in staged.items()}
    as_they_lie = Judged(staged, schemas)
    found = problems_of_tables(as_they_lie, present, schemas, folder)
    in_order = Judged(staged, schemas, by_line=True)
    if found:  # messages name the first lines, and the rows lie in the order of their keys
        found = problems_of_tables(in_order, present, schemas, folder)
    ids = {name: as_they_lie[name]["id"] for name in staged if "id" in present[name]}
    found += strangers(settings, ids, f"{folder}/{FILE}")
    if settings.without_locator is not None:
        found += places(in_order, schemas, settings.without_locator, folder)
    return found
