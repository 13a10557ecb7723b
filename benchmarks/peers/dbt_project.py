"""The same folder of CSV files as a project of dbt on DuckDB, with the checks that dbt has.

``dbt build`` copies each file into a table and runs a test for each key, reference, required cell,
closed list and pattern that ``data/datapackage.json`` declares. dbt reads no words, dates or
circles, writes no views and no index, and says of a failure how many rows it has, not where.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from benchmarks.usage import ROOT

COMMAND = "dbt"
PACKAGE = ROOT / "data" / "datapackage.json"
PROJECT = {
    "name": "tracker",
    "version": "1.0",
    "profile": "tracker",
    "flags": {"send_anonymous_usage_stats": False},
    "models": {"+materialized": "table"},
}


def build(folder: Path, out: Path) -> None:
    """Write the project into an empty folder, and build and test it there."""
    write(folder, out)
    found = shutil.which(COMMAND)
    assert found, "dbt is not on the path"
    subprocess.run(
        [found, "build", "--quiet", "--threads", str(os.cpu_count() or 1)],
        cwd=out,
        check=True,
        env=os.environ | {"DBT_PROFILES_DIR": str(out)},
    )


def write(folder: Path, out: Path) -> None:
    """Write the project, whose tables are the files of a folder, into an empty folder."""
    package = json.loads(PACKAGE.read_text("utf-8"))
    target = {"type": "duckdb", "path": str(out / "dbt.duckdb")}
    models, tests = out / "models", out / "tests"
    models.mkdir()
    tests.mkdir()
    described = []
    for table in package["resources"]:
        name, schema = table["name"], table["schema"]
        file = (folder / f"{name}.csv").resolve()
        read = f"SELECT * FROM read_csv('{file}', all_varchar = true, header = true)"
        (models / f"{name}.sql").write_text(read, "utf-8")
        columns = [_column(field, table) for field in schema["fields"]]
        described.append({"name": name, "columns": columns})
        if len(key := schema.get("primaryKey", [])) > 1:
            twice = f"SELECT {', '.join(key)} FROM {{{{ ref('{name}') }}}} GROUP BY ALL"
            (tests / f"{name}.sql").write_text(f"{twice} HAVING count(*) > 1", "utf-8")
    # JSON is YAML.
    profile = {"tracker": {"target": "file", "outputs": {"file": target}}}
    for path, content in {
        "dbt_project.yml": PROJECT,
        "profiles.yml": profile,
        "models/schema.yml": {"version": 2, "models": described},
    }.items():
        (out / path).write_text(json.dumps(content), "utf-8")


def _column(field: dict[str, Any], table: dict[str, Any]) -> dict[str, Any]:
    """Return a column with its tests, as dbt declares them."""
    name, schema, limits = field["name"], table["schema"], field.get("constraints", {})
    tests: list[Any] = []
    if limits.get("required"):
        tests.append("not_null")
    if limits.get("unique") or schema.get("primaryKey") == [name]:
        tests.append("unique")
    if codes := limits.get("enum"):
        tests.append({"accepted_values": {"arguments": {"values": codes}}})
    for key in schema.get("foreignKeys", []):
        if key["fields"] == [name]:
            other = key["reference"]
            # A table that refers to itself is not named.
            to = {
                "to": f"ref('{other.get('resource') or table['name']}')",
                "field": other["fields"][0],
            }
            tests.append({"relationships": {"arguments": to}})
    return {"name": name, "data_tests": tests}
