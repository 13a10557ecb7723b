"""The sentences of the first page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.words.i18n import Translator


def state_of_things(counted: Mapping[str, Any], day: date, t: Translator) -> str:
    """Return the state of things on ``day`` in words, from the row of ``commitment_totals_on``.

    With no commitment in it, the sentence says just that.
    """
    if not counted["commitments"]:
        return t("No commitment had been made by {day}.", day=day)
    parts = [_complete(counted["complete"], t), *deadlines(counted, t)]
    if unjudged := counted["not_judged"]:
        parts.append(
            t.plural(
                "of {n} the deadline has passed and delivery could not be judged",
                "of {n} the deadline has passed and delivery could not be judged",
                unjudged,
            )
        )
    stand = t.plural(
        "On {day}, **{n} commitment** stands in {texts}: {parts}.",
        "On {day}, **{n} commitments** stand in {texts}: {parts}.",
        counted["commitments"],
        day=day,
        texts=t.plural("{n} adopted text", "{n} adopted texts", counted["instruments"]),
        parts=t.join(parts),
    )
    unseen = counted["not_assessed"]
    if not unseen:
        return f"{stand} {t('All have been assessed.')}"
    unknown = t.plural(
        "{n} ({share}) has not been assessed, which says nothing about delivery.",
        "{n} ({share}) have not been assessed, which says nothing about delivery.",
        unseen,
        share=t.percent(unseen / counted["commitments"]),
    )
    return f"{stand} {unknown}"


def deadlines(counted: Mapping[str, Any], t: Translator) -> tuple[str, str]:
    """Return in words how many commitments are overdue, and how many are due soon."""
    overdue, soon = counted["overdue_commitments"], counted["due_soon"]
    return (
        t.plural("{n} is overdue", "{n} are overdue", overdue) if overdue else t("none is overdue"),
        t.plural("{n} is due within 90 days", "{n} are due within 90 days", soon)
        if soon
        else t("none is due within 90 days"),
    )


def _complete(n: int, t: Translator) -> str:
    return t.plural("{n} is complete", "{n} are complete", n) if n else t("none is complete")
