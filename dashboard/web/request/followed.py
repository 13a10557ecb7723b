"""What feeds and calendars can be narrowed to: a record of any kind, or a search."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial, reduce
from operator import or_

from dashboard.filtering.options import country_codes, keys_of
from dashboard.kinds import KINDS
from dashboard.source import following
from dashboard.source.following import FollowedRows
from dashboard.web.http.query import RequestError, shortened
from dashboard.web.request.column_keys import Keys
from dashboard.web.request.parameters import Parameter, sample
from dashboard.web.request.values import Value
from dashboard.words import labels
from dashboard.words.i18n import Translator

MOST = 20
"""Records that can be followed at once: each is a query of some 100 ms."""
WORDS = "q"
"""The parameter that narrows to a search."""


def parameters(t: Translator) -> dict[str, Parameter]:
    """Return a parameter for each kind of record and one for words, by name."""
    labelled = labels.labels(t.language)["record_kind"]
    named = {
        kind.followed_as: Parameter(
            kind.followed_as,
            "page",
            "VARCHAR",
            t("Only what concerns this record: {kind}.", kind=labelled[kind.name]),
            many=True,
            keys=_keys(kind.name, kind.tables[0]),
            example=sample(_keys(kind.name, kind.tables[0])()),
        )
        for kind in KINDS.values()
    }
    words = t("Only what these words find, and what names it.")
    return named | {WORDS: Parameter(WORDS, "page", "VARCHAR", words, example="2030")}


def rows(
    wanted: Mapping[str, tuple[Value, ...]], language: str, day: date
) -> dict[str, FollowedRows]:
    """Return what is followed, by the parameter that names it; several values add up."""
    kinds = {kind.followed_as: kind.name for kind in KINDS.values()}
    found = {}
    for name, values in wanted.items():
        if name == WORDS:
            each = [following.search(str(value), language) for value in values]
        elif name in kinds:
            each = [following.record(kinds[name], str(value), day) for value in values]
        else:
            continue
        found[name] = reduce(or_, each, following.NOTHING)
    return found


def refuse_many(texts: Mapping[str, Sequence[str]], t: Translator) -> None:
    """Refuse more records than are found in a second or two.

    Raises:
        RequestError: There are more.
    """
    kinds = {kind.followed_as for kind in KINDS.values()}
    n = sum(len(set(given)) for name, given in texts.items() if name in kinds)
    if n > MOST:
        sentence = t("At most {most} records can be followed at once, not {n}.", most=MOST, n=n)
        raise RequestError(400, sentence)


def refuse_countries(actors: list[str], t: Translator) -> None:
    """Refuse a country as an actor: no text names it, yet much commits it.

    Raises:
        RequestError: There is one among them.
    """
    for country in set(country_codes()) & set(actors):
        sentence = t(
            "actor is a body; {value} is a country: ask with country={country}.",
            value=shortened(country, t),
            country=country,
        )
        raise RequestError(400, sentence)


def _keys(kind: str, table: str) -> Keys:
    return country_codes if kind == "country" else partial(keys_of, table)
