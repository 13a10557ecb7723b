"""Opens pages and addresses of the code that PYTHONPATH names: a request a line, as JSON."""

import contextlib
import html
import json
import sys
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard.web import routes
from tests.helpers.charts_on_page import shown_charts
from transforms import paths


def main() -> None:
    """Answer each line of stdin with one of stdout, until there are no more."""
    client = TestClient(Starlette(routes=routes()))
    for line in sys.stdin:
        request = json.loads(line)
        with contextlib.redirect_stdout(sys.stderr):
            answer = _got(client, **request) if "address" in request else _opened(**request)
        print(json.dumps(answer), flush=True)


def _opened(page: str, parameters: dict[str, str]) -> dict[str, Any]:
    """Return what a page shows."""
    app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=600)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.switch_page(f"app_pages/{page}.py").run()
    shown = (*app.title, *app.header, *app.markdown, *app.caption)
    return {
        "errors": [each.message for each in app.exception] + [each.value for each in app.error],
        "text": " | ".join(each.value for each in shown),
        "labels": [each.label for each in (*app.multiselect, *app.button_group, *app.selectbox)],
        "buttons": [each.proto.label for each in app.get("download_button")],
        "charts": [each.description for each in shown_charts(app)],
        "figures": [each.figure for each in shown_charts(app)],
        "frames": [
            *(each.value.to_csv(index=False) for each in app.dataframe),
            *(html.unescape(part.proto.body) for part in app.get("html")),
        ],
    }


def _got(client: TestClient, address: str) -> dict[str, Any]:
    """Return what an address answers."""
    answer = client.get(address)
    return {
        "status": answer.status_code,
        "type": answer.headers["content-type"],
        "text": answer.text,
    }


if __name__ == "__main__":
    main()
