"""Every command of ``docs/addresses.md`` is answered, with what stands below it."""

import re
import shlex
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from dashboard.web import routes
from transforms.paths import DOCS

PAGE = (DOCS / "addresses.md").read_text("utf-8")
EXAMPLE = re.compile(
    r"^```sh\n(curl .*?)\n```\n(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL
)
EXAMPLES = EXAMPLE.findall(PAGE)


def run(command: str, client: TestClient) -> Response:
    """Do what curl would."""
    parts = shlex.split(command)[1:]
    method = "HEAD" if "-I" in parts else "GET"
    pairs = list(pairwise(parts))
    headers = dict(value.split(": ", 1) for option, value in pairs if option == "-H")
    headers |= {"Range": f"bytes={parts[parts.index('-r') + 1]}"} if "-r" in parts else {}
    address = urlsplit(next(part for part in parts if part.startswith("http")))
    return client.request(method, f"{address.path}?{address.query}", headers=headers)


def printed(answer: Response) -> str:
    """Return the first line, the headers and the body, as curl prints them."""
    head = [f"{answer.status_code} {answer.reason_phrase}"]
    head += [f"{name}: {value}" for name, value in answer.headers.items()]
    return "\n".join([*head, "", answer.content.decode("utf-8", "replace")])


@pytest.mark.parametrize(("command", "below"), EXAMPLES)
def test_a_command_prints_what_the_page_says(client: TestClient, command: str, below: str) -> None:
    """It finds each line of the page in the answer, where … stands for anything."""
    answer = run(command, client)
    text = printed(answer).replace("\u00a0", " ")
    missing = [
        line
        for line in below.splitlines()
        if not re.search(re.escape(line).replace("…", ".*"), text)
    ]

    assert missing == []
    assert answer.status_code < 300 or str(answer.status_code) in below


def test_every_address_is_on_the_page() -> None:
    """It leaves none out."""
    paths = [route.path for route in routes() if "misspelt" not in route.path]
    shown = [re.sub(r"\{(\w+)(:\w+)?\}", r"<\1>", path) for path in paths]
    missing = [path for path in shown if path.replace("<file>", "") not in PAGE]

    assert missing == []
    assert len(EXAMPLES) > 15
