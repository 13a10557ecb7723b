"""A copy of the code with the tiny data, in which a test follows a recipe of CONTRIBUTING.md."""

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.tiny import TINY, write_tiny
from transforms.paths import ROOT

DAY = "2026-11-21"
OPEN = """
import html, json, sys
from streamlit.testing.v1 import AppTest
from transforms import paths

found = {}
for page, parameters in json.loads(sys.argv[1]):
    app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=600)
    app.query_params.update(parameters)
    app.switch_page(f"app_pages/{page}.py").run()
    shown = (*app.title, *app.header, *app.markdown, *app.caption)
    found[json.dumps([page, parameters])] = {
        "errors": [each.message for each in app.exception] + [each.value for each in app.error],
        "text": " | ".join(each.value for each in shown),
        "labels": [each.label for each in (*app.multiselect, *app.button_group, *app.selectbox)],
        "buttons": [each.proto.label for each in app.get("download_button")],
        "charts": [each.proto.alt for each in app.get("plotly_chart")],
        "figures": [json.loads(each.proto.spec) for each in app.get("plotly_chart")],
        "frames": [
            *(each.value.to_csv(index=False) for each in app.dataframe),
            *(html.unescape(part.proto.body) for part in app.get("html")),
        ],
    }
print(json.dumps(found))
"""
GET = """
import json, sys
from starlette.applications import Starlette
from starlette.testclient import TestClient
from dashboard.web import routes

client = TestClient(Starlette(routes=routes()))
answers = {address: client.get(address) for address in json.loads(sys.argv[1])}
print(json.dumps({
    address: {
        "status": answer.status_code,
        "type": answer.headers["content-type"],
        "text": answer.text,
    }
    for address, answer in answers.items()
}))
"""


@dataclass(frozen=True)
class Copy:
    """The folder of a copy; commands, pages and addresses run in processes of their own."""

    path: Path

    def write(self, name: str, text: str) -> None:
        """Write a new file."""
        target = self.path / name
        assert not target.exists(), f"{name} is there already"
        target.write_text(text, "utf-8")

    def append(self, name: str, text: str) -> None:
        """Add lines to the end of a file."""
        target = self.path / name
        target.write_text(f"{target.read_text('utf-8')}\n{text}", "utf-8")

    def insert(self, name: str, *, before: str, text: str) -> None:
        """Add text before the only place where a file says ``before``."""
        self.replace(name, before, text + before)

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text that a file has once."""
        target = self.path / name
        before = target.read_text("utf-8")
        assert before.count(old) == 1, f"{name} has {old!r} {before.count(old)} times"
        target.write_text(before.replace(old, new), "utf-8")

    def translate(self, catalogue: str, messages: Mapping[tuple[str, str], str]) -> None:
        """Add messages to a catalogue: by context, which may be empty, and English text."""
        entries = (
            (f"msgctxt {_quoted(context)}\n" if context else "")
            + f"msgid {_quoted(english)}\nmsgstr {_quoted(translation)}\n"
            for (context, english), translation in messages.items()
        )
        self.append(catalogue, "\n".join(entries))

    def add_columns(self, table: str, cells: Mapping[str, str]) -> None:
        """Add columns to the tiny CSV of a table, with the same cells in each row."""
        rows = list(csv.DictReader(io.StringIO(TINY[table])))
        target = io.StringIO()
        writer = csv.DictWriter(target, [*rows[0], *cells], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **cells} for row in rows)
        (self.path / "data" / f"{table}.csv").write_text(target.getvalue(), "utf-8")

    def tracker(self, *arguments: str) -> str:
        """Run ``tracker``; return what it prints."""
        return self._run("-m", "tracker", *arguments)

    def sql(self, query: str) -> list[dict[str, Any]]:
        """Return the rows of a query, as the command gives them."""
        found: list[dict[str, Any]] = json.loads(self.tracker("sql", query, "--format", "json"))
        return found

    def meanings(self, relation: str) -> dict[str, dict[str, Any]]:
        """Return what the dictionary says of a relation, by column; of itself by the name ''."""
        rows = self.sql(f"FROM dictionary WHERE relation = '{relation}'")
        return {row["column_name"] or "": row for row in rows}

    def opened(self, page: str, *languages: str, **parameters: str) -> list[dict[str, Any]]:
        """Open a page in some languages; return what each shows, without an error."""
        asked = [[page, {"lang": each, "as_of": DAY, **parameters}] for each in languages]
        found = json.loads(self._run("-c", OPEN, json.dumps(asked)).splitlines()[-1])
        shown: list[dict[str, Any]] = [found[json.dumps(each)] for each in asked]
        for each in shown:
            assert not each["errors"], each["errors"]
        return shown

    def got(self, *addresses: str) -> list[dict[str, Any]]:
        """Get addresses; return status, type and text of each."""
        found = json.loads(self._run("-c", GET, json.dumps(addresses)).splitlines()[-1])
        return [found[address] for address in addresses]

    def _run(self, *arguments: str) -> str:
        run = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.path,
            env={"PYTHONPATH": str(self.path), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
        return run.stdout


def copied(path: Path) -> Copy:
    """Copy the code to ``path``, with the tiny data as its own."""
    for package in ("dashboard", "tracker", "transforms"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, path / package, ignore=ignored)
    for name in ("pyproject.toml", "CITATION.cff", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, path)
    (path / "docs").mkdir()
    write_tiny(path / "data")
    return Copy(path)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
