"""The description of the addresses is what they do: tried with requests made from it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from starlette.testclient import TestClient

from dashboard.web import routes

pytestmark = pytest.mark.slow

FEW = settings(
    max_examples=2,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""Of each address: there are many, and all are made of the same parts."""


RELATIONS = 15
"""Every so many relations are tried: their addresses are all made in one way."""
SHARED = {"_sort", "_sort_desc", "as_of", "lang", "limit", "offset"}
"""What means the same everywhere, and is tried once."""


def described(client: TestClient) -> dict[str, Any]:
    """Return the description."""
    answer: dict[str, Any] = client.get("/openapi.json").json()
    return answer


@pytest.mark.parametrize("kind", ["positive", "negative"])
def test_answers_are_as_described(client: TestClient, kind: str) -> None:
    """It gives what the description says, to what it allows and to what it does not."""
    # Seconds of imports, which those who run other tests need not wait for.
    import schemathesis
    from schemathesis import checks
    from schemathesis.specs.openapi import checks as conformance

    mode = schemathesis.GenerationMode(kind)
    every = [
        checks.not_a_server_error,
        conformance.status_code_conformance,
        conformance.content_type_conformance,
        conformance.response_headers_conformance,
        conformance.response_schema_conformance,
    ]
    schema = schemathesis.openapi.from_dict(described(client))
    schema.app = client.app
    for number, found in enumerate(schema.get_all_operations()):
        operation = found.ok()  # type: ignore[union-attr]  # an error has none, and fails the test
        if operation.path.startswith("/data/") and number % RELATIONS:
            continue
        if kind == "negative" and not operation.definition.raw.get("parameters"):
            continue  # nothing can be asked for, and so nothing wrongly

        @FEW
        # A page of a relation is none of its files.
        @given(case=operation.as_strategy(generation_mode=mode).filter(_is_no_page))
        def answers(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=every)

        answers()


def _is_no_page(case: Any) -> bool:
    return (case.path_parameters or {}).get("format") != "html"


def test_every_address_is_described(client: TestClient) -> None:
    """It names each route, each relation in place of the pattern for all, and no mistake."""
    paths = set(described(client)["paths"])
    patterns = {route.path for route in routes()}

    for_crawlers = {"/llms.txt", "/robots.txt", "/sitemap.xml", "/sitemap/{part:sitemap_part}.xml"}
    pages = {"/{page:app_page}", "/preview/{page:str}.png", "/{name:misspelt}"}
    assert patterns - paths == {"/data/{file:anything}"} | for_crawlers | pages


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_description_is_in_one_language(client: TestClient, language: str) -> None:
    """It says nothing that nobody translated."""
    assert "[en]" not in client.get(f"/openapi.json?lang={language}").text


def test_examples_are_answered(client: TestClient) -> None:
    """It gives examples that work with what is needed: together, or one at a time."""
    refused: dict[str, str] = {}
    tried: set[str] = set()
    current = client.get("/editions.json").json()["current"]

    def refusals(address: str, needed: dict[str, str], own: dict[str, str]) -> dict[str, str]:
        answer = client.get(address, params=needed | own)
        if answer.status_code == 200:
            return {}
        if len(own) < 2:
            return {str(answer.url): answer.text}
        alone = [refusals(address, needed, {name: value}) for name, value in own.items()]
        return {url: text for each in alone for url, text in each.items()}

    for pattern, operations in described(client)["paths"].items():
        path = pattern
        parameters = operations["get"].get("parameters", [])
        given = [each for each in parameters if "example" in each]
        in_path = [each for each in given if each["in"] == "path"]
        for each in in_path:
            path = path.replace(f"{{{each['name']}}}", each["example"])
        address = path.replace("{format}", "json").replace("{edition}", current)
        few = {"limit": "1"} if any(each.get("name") == "limit" for each in parameters) else {}
        requested = [each for each in given if each not in in_path]
        needed = {each["name"]: each["example"] for each in requested if each["required"]}
        known = needed.keys() | (tried & SHARED)
        own = {each["name"]: each["example"] for each in requested if each["name"] not in known}
        tried |= own.keys()
        refused |= refusals(address, few | needed, own)

    assert refused == {}
