"""A link of our own to a query is told from one of another site, and only that may run."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.state.own_links import cookie, has_cookie
from dashboard.web.security.own_links import OwnLinks

OWN = {"sec-fetch-site": "same-origin", "sec-fetch-dest": "document"}
QUERY = "SELECT 'é;\n' AS text"


@pytest.fixture
def client() -> TestClient:
    """The middleware, with a stand-in for the pages behind it."""
    return TestClient(
        Starlette(
            routes=[Route("/sql", lambda request: PlainTextResponse("page"), methods=["GET"])],
            middleware=[Middleware(OwnLinks)],
        )
    )


@pytest.mark.parametrize("headers", [OWN, {"referer": "http://testserver/data"}])
def test_a_link_of_our_own_lets_its_query_run(client: TestClient, headers: dict[str, str]) -> None:
    """It sets a cookie for this query, and for no other."""
    cookies = dict(client.get("/sql", params={"q": QUERY}, headers=headers).cookies)

    assert has_cookie(QUERY, cookies)
    assert has_cookie(QUERY.replace("\n", "\r\n"), cookies)
    assert not has_cookie("SELECT 2", cookies)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site", "referer": "http://testserver/data"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        OWN | {"sec-fetch-dest": "iframe"},
        {"referer": "http://evil.example/testserver"},
        {"referer": "http://testserver.evil.example/"},
        {"referer": "http://testserver@evil.example/"},
    ],
)
def test_a_link_of_another_site_does_not(client: TestClient, headers: dict[str, str]) -> None:
    """It sets no cookie, nor for an address that somebody typed or a message had."""
    assert not client.get("/sql", params={"q": QUERY}, headers=headers).cookies


def test_a_page_without_a_query_sets_nothing(client: TestClient) -> None:
    """It leaves readers alone that follow other links."""
    assert not client.get("/sql", params={"lang": "fr"}, headers=OWN).cookies


def test_the_cookie_is_out_of_reach(client: TestClient) -> None:
    """It is for the server alone, from pages of its own, for a minute."""
    header = client.get("/sql", params={"q": QUERY}, headers=OWN).headers["set-cookie"]

    assert {"HttpOnly", "SameSite=Strict", "Max-Age=60", "Path=/"} <= set(header.split("; "))


def test_a_cookie_that_is_made_up_is_none() -> None:
    """It needs the key of the server."""
    name, _ = cookie(QUERY)

    assert not has_cookie(QUERY, {name: "0" * 64})
    assert not has_cookie(QUERY, {})
