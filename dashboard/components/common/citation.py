"""Under which licence the data is, and how to cite it."""

from dashboard.state.filters import PageState

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def cited(state: PageState, edition: str) -> str:
    """Return how to cite an edition of the data, with the day."""
    return state.t(
        "The contributors to the policy-commitment tracker: Policy-commitment tracker, edition"
        " {edition}, as of {day}. Licence CC BY 4.0.",
        edition=edition,
        day=state.day,
    )
