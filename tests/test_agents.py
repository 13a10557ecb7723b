"""Agents can use the pages where the server's owner says so, and only there."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.browser import serve
from transforms.paths import DOCS

pytestmark = pytest.mark.slow

PAGE = (DOCS / "agents.md").read_text("utf-8")


@pytest.fixture(scope="module")
def site(database: Path) -> Iterator[str]:
    """The address of an app that is turned on for agents as the page says."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in re.findall(r"^(STREAMLIT_\w+)=(\w+) make run$", PAGE, re.MULTILINE):
            patch.setenv(name, value)
        with serve(database) as address:
            yield address


def test_agents_are_not_served_unless_asked_for(server: str) -> None:
    """It refuses, and says who can turn it on."""
    with pytest.raises(urllib.error.HTTPError) as refusal:
        _posted(f"{server}/_stcore/agent/interact", {})

    assert "enableAgentApi" in refusal.value.read().decode()


def test_the_example_of_the_page_answers(site: str) -> None:
    """It returns the view that the request describes, in the page's own words."""
    [body] = re.findall(r"-d '(.*?)'", PAGE)
    answer = _posted(f"{site}/_stcore/agent/interact", json.loads(body))

    assert answer["status"] == "ready"
    assert "On 1 November 2026" in json.dumps(answer["tree"])


def test_an_mcp_client_finds_the_pages(site: str) -> None:
    """It answers the first call of the protocol and lists its tools."""
    question = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    answer = _posted(f"{site}/_stcore/agent/mcp", question)

    assert {tool["name"] for tool in answer["result"]["tools"]} == {"interact", "get_data"}


def _posted(address: str, content: dict[str, Any]) -> dict[str, Any]:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json, text/event-stream",
    }
    request = urllib.request.Request(address, json.dumps(content).encode(), headers)
    with urllib.request.urlopen(request, timeout=600) as reply:
        return dict(json.load(reply))
