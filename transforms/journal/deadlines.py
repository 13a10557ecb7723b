"""The dated duties that an edition knows, and how often each was moved.

Which of them are open depends on the as-of day; what is compared between two editions
must not. So these are the rows of the view ``dated_duties``, which takes no day.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypedDict, cast

from transforms.journal.shapes import LARGEST, Count, Edtf, Moment, Origin

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""When counting begins: the seconds since then fit into a SEQUENCE until 2094."""
CANCELLED_FOR = timedelta(days=366)
"""How long a deadline that is called off stays in the calendar as cancelled."""
CALLED_OFF = ("cancelled", "postponed", "absent")
"""Statuses of what will not be on its day."""


class Duty(TypedDict):
    """One dated duty in an edition: a row of ``dated_duties``."""

    origin: Origin
    id: str
    kind: str
    status: str
    """Planned, held, postponed, cancelled; 'absent' once the data does not have it any more."""
    due_on: Edtf
    ended_on: Edtf | None
    title: dict[str, str]
    """By language, as many as the edition has; the first of the tracker's first."""
    instrument_id: str | None
    actor_ids: list[str]
    focus_area_ids: list[str]


DUTIES = """
SELECT
    origin, id, kind, status, due_on, ended_on, {titles} AS title,
    instrument_id, actor_ids, focus_area_ids
FROM dated_duties ORDER BY origin, id
"""


class Deadline(Duty):
    """A duty with what the calendar must remember of it."""

    sequence: Count
    """When it was new, in seconds, and one more whenever it moved, was called off or on again."""
    changed_at: Moment
    """When anything of it changed last."""


def query(languages: Iterable[str]) -> str:
    """Return SQL for the duties of an edition with these languages.

    >>> "MAP {'en': title_en, 'fr': title_fr} AS title," in query(["en", "fr"])
    True
    """
    titles = ", ".join(f"'{code}': title_{code}" for code in languages)
    return DUTIES.format(titles=f"MAP {{{titles}}}")


def sequence_at(moment: datetime) -> int:
    """Return the SEQUENCE of what is new at a moment, which is more than any given before.

    A duty is moved by a build, and builds take longer than a second; so a duty that is known again
    after its past was forgotten goes on from a higher number, without a memory.

    >>> sequence_at(datetime(2026, 1, 2, tzinfo=UTC)), sequence_at(datetime(1970, 1, 1, tzinfo=UTC))
    (86400, 0)
    """
    return min(max(0, int((moment - EPOCH).total_seconds())), LARGEST)


def key(duty: Duty) -> str:
    """Return the key of a duty, which does not change with its title."""
    return f"{duty['origin']}:{duty['id']}"


def called_off(duty: Duty) -> bool:
    """Whether it will not be on its day, or is not known any more."""
    return duty["status"] in CALLED_OFF


def next_state(
    before: Mapping[str, Deadline], known: Iterable[Duty], moment: datetime, first: int = 0
) -> dict[str, Deadline]:
    """Return the calendar's state, by key, after an edition that knows these duties was published.

    ``first`` is the SEQUENCE of what is new.
    """
    now = {key(duty): duty for duty in known}
    lost: dict[str, Duty] = {
        name: {**_facts(old), "status": "absent"} for name, old in before.items() if name not in now
    }
    state = {
        name: _follow(before.get(name), duty, moment.isoformat(), first)
        for name, duty in sorted({**now, **lost}.items())
        if name in before or _expected(duty)
    }
    return {name: duty for name, duty in state.items() if _remembered(duty, moment)}


def _expected(duty: Duty) -> bool:
    """Whether it belongs in the calendar; past deadlines stay."""
    return duty["status"] == "planned" or (duty["kind"], duty["status"]) == ("deadline", "held")


def _remembered(duty: Deadline, moment: datetime) -> bool:
    return _expected(duty) or moment - datetime.fromisoformat(duty["changed_at"]) < CANCELLED_FOR


def _follow(old: Deadline | None, new: Duty, at: str, first: int) -> Deadline:
    if old is None:
        return {**new, "sequence": first, "changed_at": at}
    dates_moved = (old["due_on"], old["ended_on"]) != (new["due_on"], new["ended_on"])
    shifted = dates_moved or called_off(old) != called_off(new)
    same = _facts(old) == {**new, "title": _retitled(old["title"], new["title"])}
    return {
        **new,
        "sequence": min(old["sequence"] + shifted, LARGEST),
        "changed_at": old["changed_at"] if same else at,
    }


def _retitled(old: Mapping[str, str], new: Mapping[str, str]) -> Mapping[str, str]:
    """Return the old title as it is called now; a language that comes or goes changes nothing.

    >>> _retitled({"en": "Meeting"}, {"en": "Meeting", "fr": "Réunion"})
    {'en': 'Meeting'}
    """
    return {code: new.get(code, text) for code, text in old.items()}


def _facts(duty: Deadline) -> Duty:
    """Return a duty without what the calendar remembers of it."""
    known = {name: value for name, value in duty.items() if name in Duty.__annotations__}
    return cast(Duty, known)
