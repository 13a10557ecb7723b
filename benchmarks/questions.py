"""The cost of queries and pages on one database, in milliseconds of processor time.

``python -m benchmarks.questions DATABASE ROUNDS PAGES`` prints them as JSON, in turns.
"""

import json
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb

Costs = dict[str, list[float]]

DAY = date(2026, 11, 21)
QUESTIONS = {
    "ten commitments": "FROM commitments_on($day) LIMIT 10",
    "totals of commitments": "FROM commitment_totals_on($day)",
    "totals by status": "FROM status_totals_on($day)",
    "totals by text": "FROM instrument_totals_on($day)",
    "one commitment": "FROM commitments_on($day) WHERE id = (SELECT min(id) FROM commitments)",
    "search for two words": "FROM search('data skills', 'en') WHERE $day IS NOT NULL",
    "needs and offers, the matrix": "FROM capacity_gaps($day)",
    "commitments without a programme": "FROM commitments_without_initiative($day)",
    "all of one country": "FROM country_profile('KEN', $day)",
    "timeline": "FROM timeline_on($day)",
}
PAGES = {
    "overview": {},
    "timeline": {},
    "members": {},
    "capacity": {},
    "commitments": {},
    "countries": {"country": "KEN"},
    "texts": {"id": "gdc"},
    "organizations": {"id": "itu"},
    "programmes": {"id": "africa-ai-council"},
    "topics": {"id": "compute-infrastructure"},
    "people": {"id": "global-dialogue-ai-egriselda-lopez"},
    "sources": {"id": "aa-panel-vote"},
    "milestones": {"id": "ms-001"},
    "search": {"q": "data skills"},
    "sql": {},
    "data": {},
}
"""Pages, with the parameters without which each shows nothing."""
LANGUAGES = ("en", "fr")


def questions(database: Path, rounds: int) -> Costs:
    """Return what each question cost in each round; all rows are fetched."""
    costs: Costs = {name: [] for name in QUESTIONS}
    with duckdb.connect(database.resolve(), read_only=True) as connection:
        for _ in range(rounds + 1):
            for name, sql in QUESTIONS.items():
                started = time.process_time()
                connection.execute(sql, {"day": DAY}).fetchall()
                costs[name].append(1_000 * (time.process_time() - started))
    # The first round reads the file.
    return {name: every[1:] for name, every in costs.items()}


def pages(database: Path, rounds: int, names: Sequence[str]) -> Costs:
    """Return what each page cost when it was opened for a day that nobody had requested.

    Rounds are in one language and the other in turns.
    """
    from tests.helpers.pages import open_page
    from transforms import paths

    paths.DATABASE = database
    costs: Costs = {name: [] for name in names}
    for turn in range(rounds + 1):
        day = (DAY - timedelta(days=turn)).isoformat()
        for name in names:
            started = time.process_time()
            language = LANGUAGES[turn % len(LANGUAGES)]
            page = open_page(name, as_of=day, lang=language, **PAGES[name])
            costs[name].append(1_000 * (time.process_time() - started))
            if page.exception:
                raise RuntimeError(f"{name}: {page.exception[0].value}")
    # The first round imports what a page needs.
    return {name: every[1:] for name, every in costs.items()}


if __name__ == "__main__":
    given = Path(sys.argv[1]).absolute(), int(sys.argv[2])
    opened = pages(*given, sys.argv[3].split(","))
    print(json.dumps({"questions": questions(*given), "pages": opened}))
