"""What the Members page says in words: how many are in, what sources state, what counts."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from dashboard.components.common.words import escape
from dashboard.figures.bodies import named
from dashboard.source import database, members, queries
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator
from transforms.languages import typeset


def summary(chosen: dict[str, str], day: date, *, derived: bool) -> str:
    """Return how many are in each of the bodies on the day, in one sentence."""
    t = page_state().t
    counts = []
    standing = members.standing(list(chosen), day, derived=derived).rows_by_key(
        "body", named=True, unique=True
    )
    partial = database.rows_on("roster_reports_on", day).filter(pl.col("roster") == "partial")
    listed = partial.select("body_id", "possible", "reported").rows_by_key("body_id")
    for body, name in chosen.items():
        short = [t("listed {n} of {all}", n=n, all=all_) for n, all_ in listed.get(body, [])]
        counts.append(
            " ".join(
                [
                    f"{escape(typeset(name, t.language))} **{_range(standing.get(body), t)}**",
                    *(f"({part})" for part in short),
                ]
            )
        )
    return t(
        "Members or signatories in the rosters on {day}: {counts}.", day=day, counts=t.join(counts)
    )


def counting(body: str, *, derived: bool) -> str:
    """Return which roles count as being in a body or text, and which do not, with how many."""
    state = page_state()
    t = state.t
    roles = members.roles(body, state.day, derived=derived)
    if roles.is_empty():
        return ""
    words = "act" if roles["instrument_id"].null_count() < roles.height else "membership_role"
    parts = {
        counted: [
            t("{name}: {what}", name=t.label(words, role), what=t.number(n))
            for role, n in roles.filter(pl.col("counted") == counted)
            .select("role", "n").iter_rows()
        ]
        for counted in (True, False)
    }  # fmt: skip
    sentences = [
        t("Counted in {body}, each once: {roles}.", body=escape(named(body, t)), roles=t.join(some))
        if counted
        else t("Not counted: {roles}.", roles=t.join(some))
        for counted, some in parts.items()
        if some
    ]
    return " ".join(
        [*sentences, t("A day known only to a month or a year is possible until it is over.")]
    )


def not_yet(body: str, roster: pl.DataFrame, day: date) -> str:
    """Say of a text without anyone in it that it was adopted only after the day."""
    t = page_state().t
    text = queries.rows_by_key("instruments", [body])
    later = text.filter(pl.col("adopted_on_latest") > day)
    if later.is_empty() or roster["possible"].tail(1).sum():
        return ""
    return t("Adopted only later: {when}.", when=t.partial_date(later["adopted_on"][0]))


def standing(roster: pl.DataFrame, stated: pl.DataFrame, day: date, t: Translator) -> str:
    """Return how many are in on the day, and whether what sources state agrees."""
    return " ".join(filter(None, (_counted(roster, day, t), _stated(stated, t))))


def _counted(roster: pl.DataFrame, day: date, t: Translator) -> str:
    if roster.is_empty():
        return t("No declared roster is recorded up to {day}.", day=day)
    certain, possible = roster.select("certain", "possible").row(-1)
    if certain == possible:
        return t("{n} in the roster, all certain.", n=certain)
    return t("{n} certain and {m} possible in the roster.", n=certain, m=possible)


def _stated(stated: pl.DataFrame, t: Translator) -> str:
    if stated.is_empty():
        return t("No source states a number.")
    last = stated.row(-1, named=True)
    number = f"{t.label('qualifier', last['reported_qualifier'])} {t.number(last['reported'])}"
    latest = t("Stated last: {number} ({when}).", number=number, when=t.partial_date(last["as_of"]))
    off = stated.filter(~pl.col("agrees")).height
    unknown = stated["agrees"].null_count()
    if unknown == stated.height:
        return latest
    if not off and not unknown:
        return f"{latest} {t('The roster gives every number stated.')}"
    if not off:
        return f"{latest} {t('The roster gives every number stated that can be compared with it.')}"
    differ = t.plural(
        "{n} of {all} numbers stated differs from the roster.",
        "{n} of {all} numbers stated differ from the roster.",
        off,
        all=stated.height,
    )
    return f"{latest} {differ}"


def _range(last: Mapping[str, int] | None, t: Translator) -> str:
    if last is None:
        return t("not recorded")
    certain, possible = last["certain"], last["possible"]
    return (
        t.number(certain)
        if certain == possible
        else f"{t.number(certain)}\u2013{t.number(possible)}"
    )
