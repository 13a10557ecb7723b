"""The page of a kind: the list of all its records or, with a key in the address, one of them."""

from dashboard.components.records import listing, record
from dashboard.kinds import BY_PAGE
from dashboard.state import address
from dashboard.state.filters import page_state


def show() -> None:
    """Show the record that the address names, or the list."""
    state = page_state()
    kind = BY_PAGE[state.page]
    if keys := list(filter(None, address.query_values(kind.parameter))):
        record.show(kind, keys[0], state.day)
    else:
        listing.show(kind)
