"""Read a calendar as a library does that did not write it."""

import vobject
from starlette.testclient import TestClient


def read(client: TestClient, query: str = "") -> vobject.base.Component:
    """The calendar as a library that did not write it reads it."""
    answer = client.get(f"/deadlines.ics{query}")
    assert answer.status_code == 200, answer.text
    found = vobject.readOne(answer.text)
    assert found.validate(raiseException=True)
    return found


def duties(found: vobject.base.Component) -> dict[str, vobject.base.Component]:
    """Its events and tasks, by what their UID begins with."""
    both = [*found.contents.get("vevent", []), *found.contents.get("vtodo", [])]
    return {duty.uid.value.partition("@")[0]: duty for duty in both}
