"""How a kind of record is declared: its address, where its facts are, and its sections."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    Attributes:
        name: Its code in the closed list ``record_kind``.
        page: The page that lists them and, with a key, shows one; the path of its address.
        tables: Whose keys are keys of such records; the first holds their rows.
        title: Of the page with the list, to be translated.
        icon: Of that page.
        parameter: How the address names the key.
    """

    name: str
    page: str
    tables: tuple[str, ...]
    title: str
    icon: str
    parameter: str = "id"
