"""Whether addresses give the same rows as before: every filter of every relation, old code and new.

``python -m benchmarks.compare_addresses record before.json`` in the old checkout, then
``… compare before.json`` in the new one; each reads the database of its own checkout.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.web import routes
from transforms import paths

DAY = "2026-11-21"
VALUES = 2
"""How many values each column is filtered by, besides the empty one."""
KEYS = 12
"""How many values each filter of a page is tried with."""
TEXTS = (
    "data",
    "Numérique pacte",
    "etat coeur",
    "capacity\u2011building",
    "“digital”",
    "A/RES/79/1",
)
PAIRS = ("limit=7&offset=3", "limit=1")

Answers = dict[str, tuple[int, str]]
"""Status and digest of the body, by address."""


def addresses(description: Mapping[str, Any]) -> Iterator[str]:
    """Yield addresses to request, from the description and the database of the old code."""
    with duckdb.connect(paths.DATABASE.resolve(), read_only=True) as connection:
        for path, operations in description["paths"].items():
            if "{format}" not in path:
                continue
            target = path.replace("{format}", "json")
            given = [each for each in operations["get"]["parameters"] if "name" in each]
            given = [each for each in given if each["in"] == "query"]
            needed = {each["name"]: each["example"] for each in given if each["required"]}
            if any(each["name"] == "as_of" for each in given):
                needed["as_of"] = DAY
            name = target.removeprefix("/data/").removesuffix(".json")
            own = {column for (column,) in _columns(connection, name)}
            yield _address(target, needed)
            for each in given:
                values = list(_values(connection, name, each, needed, own))
                for value in values:
                    yield _address(target, needed | {each["name"]: value})
                if each["schema"].get("type") == "array" and len(values) > 1:
                    yield _address(target, needed | {each["name"]: values[:3]})
                if values:
                    for pair in PAIRS:
                        yield f"{_address(target, needed | {each['name']: values[0]})}&{pair}"


def _columns(connection: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT column_name FROM dictionary WHERE relation = ? AND column_name IS NOT NULL",
        [relation],
    ).fetchall()


def _values(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    parameter: Mapping[str, Any],
    needed: Mapping[str, str],
    own: set[str],
) -> Iterator[str]:
    """Yield values for a parameter: those of the data, or known ones."""
    name = parameter["name"]
    schema = parameter["schema"].get("items", parameter["schema"])
    if name in ("lang", "as_of", "limit", "offset"):
        return
    if name == "q":
        yield from TEXTS
    elif schema.get("type") == "boolean" and name not in own:
        yield from ("true", "false")
    elif name in own:
        yield ""
        call = _call(connection, relation, needed)
        cell = f'"{name}"'
        sql = f"SELECT DISTINCT {cell} FROM {call} WHERE {cell} IS NOT NULL ORDER BY 1"
        cells = [cell for (cell,) in connection.execute(sql).fetchall()]
        for value in [*cells[:1], *cells[len(cells) // 2 :][: VALUES - 1]]:
            one = value[0] if isinstance(value, list) and value else value
            if not isinstance(one, list | dict) and 0 < len(str(one)) < 500:
                yield str(one).lower() if isinstance(one, bool) else str(one)
    else:
        yield from _keys(connection, name, parameter)


def _keys(
    connection: duckdb.DuckDBPyConnection, name: str, parameter: Mapping[str, Any]
) -> Iterator[str]:
    known = {
        "instrument": "SELECT DISTINCT instrument_id FROM commitments",
        "focus_area": "SELECT id FROM focus_areas",
        "actor": "SELECT DISTINCT actor_id FROM commitment_actors",
        "beneficiary": "SELECT DISTINCT actor_id FROM commitment_beneficiaries",
        "country": "SELECT id FROM countries",
        "group": "SELECT DISTINCT actor_id FROM needs",
        "table": "SELECT DISTINCT table_name FROM discrepancies",
    }
    if name == "body":
        sql = "SELECT DISTINCT lane_id FROM timeline WHERE lane_id IS NOT NULL"
        bodies = "SELECT DISTINCT coalesce(organization_id, instrument_id) FROM member_counts"
        sql = f"({sql} INTERSECT {bodies})"
    elif name in known:
        sql = known[name]
    elif name == "when":
        yield from ("past", "ahead")
        return
    elif name in ("from", "to"):
        yield from ("2019", "2024", "2030")
        return
    else:
        yield str(parameter["example"])
        return
    keys = [
        str(key) for (key,) in connection.execute(f"SELECT * FROM ({sql}) ORDER BY 1").fetchall()
    ]
    yield from keys[:: max(1, len(keys) // KEYS)]


def _call(connection: duckdb.DuckDBPyConnection, relation: str, needed: Mapping[str, str]) -> str:
    ((parameters,),) = connection.execute(
        "SELECT parameters FROM dictionary WHERE relation = ? AND column_name IS NULL", [relation]
    ).fetchall()
    if parameters is None:
        return f'"{relation}"'
    asked = {"day": f"DATE '{DAY}'"} | {name: f"'{value}'" for name, value in needed.items()}
    given = [
        f"{each['name']} := {asked[each['name']]}" for each in parameters if each["name"] in asked
    ]
    return f'"{relation}"({", ".join(given)})'


def _address(path: str, query: Mapping[str, Any]) -> str:
    return f"{path}?{urlencode(query, doseq=True)}"


def answers(client: TestClient, requested: list[str]) -> Answers:
    """Return what each address answers; new columns are ignored."""
    found: Answers = {}
    for number, address in enumerate(requested):
        answer = client.get(address)
        found[address] = (answer.status_code, hashlib.md5(answer.content).hexdigest())
        if number % 500 == 0:
            print(f"{number} of {len(requested)}", file=sys.stderr)
    return found


def main(act: str, file: Path) -> int:
    """Record answers, or compare those of this code with recorded ones."""
    client = TestClient(Starlette(routes=routes()))
    if act == "record":
        requested = list(dict.fromkeys(addresses(client.get("/openapi.json").json())))
        file.write_text(json.dumps(answers(client, requested), indent=0))
        return 0
    before: dict[str, list[Any]] = json.loads(file.read_text())
    now = answers(client, list(before))
    differ = [address for address in before if list(now[address]) != before[address]]
    print(f"{len(before)} addresses, {len(differ)} answer something else", *differ, sep="\n")
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
