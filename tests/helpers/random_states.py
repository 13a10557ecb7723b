"""Random states of every page: real codes, real days, any filters together; the same each time."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

import duckdb

from dashboard.components.sql.saved import saved_queries
from dashboard.components.timeline import SPANS, WHEN
from dashboard.kinds import COUNTRY

Query = dict[str, list[str]]
"""What an address says: the values of each filter."""

WORDS = ("data", "capacite", "report", "women", "2025", "etat", "digital", "zzzz")
FIRST, LAST = date(2018, 1, 1), date(2030, 12, 31)
SEVERAL = ("body", "kind", "status", "due_state", "verification", "read_as", "focus_area")
"""Filters that take several codes."""
PARTS = ("coverage", "discrepancies", "sources", "dictionary")
SECTIONS = tuple(section.name for section in COUNTRY.sections)


class States:
    """Draws states; ``codes`` are read once from the database."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, seed: str) -> None:
        """Read the codes that pages know, and start the dice."""
        self._connection = connection
        self._random = Random(seed)

    def drawn(self, page: str, n: int) -> Iterator[Query]:
        """Yield ``n`` states of a page, half of them with very few filters.

        A filter that ends in ``!`` is always set; an empty code leaves it out.
        """
        filters: dict[str, Sequence[str]] = getattr(self, f"_{page}")()
        for number in range(n):
            state = {"lang": [self._random.choice(["en", "fr"])], "as_of": [self._day()]}
            keep = 0.15 if number % 2 else 0.4
            for name, codes in filters.items():
                if codes and (name.endswith("!") or self._random.random() < keep):
                    state[name.removesuffix("!")] = self._some(name, codes)
            yield {name: values for name, values in state.items() if values != [""]}

    def _some(self, name: str, codes: Sequence[str]) -> list[str]:
        """Return a code or, of a filter that takes several, up to three."""
        most = min(len(codes), 3 if name in SEVERAL else 1)
        return self._random.sample(list(codes), self._random.randint(1, most))

    def _day(self) -> str:
        return (FIRST + timedelta(days=self._random.randrange((LAST - FIRST).days))).isoformat()

    def _codes(self, sql: str) -> list[str]:
        """Return codes in an order of their own: DuckDB's differs from run to run."""
        return sorted(str(code) for [code] in self._connection.sql(sql).fetchall())

    def _vocabulary(self, name: str) -> list[str]:
        return self._codes(f"SELECT code FROM vocabularies WHERE vocabulary = '{name}'")

    def _overview(self) -> dict[str, Sequence[str]]:
        return {}

    def _timeline(self) -> dict[str, Sequence[str]]:
        years = [str(year) for year in range(2018, 2031)]
        return {
            "q": WORDS,
            "body": self._codes("SELECT DISTINCT lane_id FROM timeline WHERE lane_id IS NOT NULL"),
            "kind": self._vocabulary("milestone_kind"),
            "when": list(WHEN),
            "from": years[:8],
            "to": years[7:],
            "every": ["1"],
            "later": ["1"],
            "span": list(SPANS),
        }

    def _members(self) -> dict[str, Sequence[str]]:
        bodies = self._codes(
            "SELECT DISTINCT coalesce(organization_id, instrument_id) FROM member_counts"
        )
        return {"body": bodies, "map": bodies, "derived": ["1"], "left": ["1"]}

    def _capacity(self) -> dict[str, Sequence[str]]:
        marks = "SELECT DISTINCT 'gaps:' || focus_area_id || '/' || group_id AS mark"
        gaps = "FROM capacity_gaps(DATE '2026-01-01') ORDER BY mark"
        return {
            "mark!": [*[""] * 6, *self._codes(f"{marks} {gaps}")],
            "stated": ["0", "1"],
            "focus_area": self._codes("SELECT id FROM focus_areas"),
            "group": self._codes("SELECT DISTINCT group_id FROM capacity_gaps(DATE '2026-01-01')"),
        }

    def _commitments(self) -> dict[str, Sequence[str]]:
        actors = "SELECT DISTINCT unnest({}) FROM commitments_on(DATE '2026-01-01')"
        return {
            "standing": ["proposed", "made", "made", "made"],
            "q": WORDS,
            "instrument": self._codes("SELECT DISTINCT instrument_id FROM commitments"),
            "status": self._vocabulary("assessment_status"),
            "due_state": self._vocabulary("due_state"),
            "focus_area": self._codes("SELECT id FROM focus_areas"),
            "actor": self._codes(actors.format("actor_ids")),
            "beneficiary": self._codes(actors.format("beneficiary_ids")),
            "verification": self._vocabulary("verification"),
            "id": [*[""] * 60, *self._codes("SELECT commitment_id FROM assessments LIMIT 30")],
        }

    def _countries(self) -> dict[str, Sequence[str]]:
        codes = self._codes("SELECT id FROM countries")
        return {"country": codes, "with": codes, "section": SECTIONS}

    def _sql(self) -> dict[str, Sequence[str]]:
        plain = self._codes("SELECT relation FROM dictionary WHERE kind = 'view'")
        saved: list[Callable[[str], str]] = [each.sql for each in saved_queries().values()]
        return {"q!": [*(f"FROM {name} LIMIT 40" for name in plain), *(sql("fr") for sql in saved)]}

    def _data(self) -> dict[str, Sequence[str]]:
        return {
            "part!": PARTS,
            "q": WORDS,
            "table": self._codes("SELECT DISTINCT table_name FROM discrepancies"),
            "kind": self._vocabulary("relation_kind"),
            "relation": self._codes("SELECT DISTINCT relation FROM dictionary"),
            "read_as": self._vocabulary("read_as"),
        }
