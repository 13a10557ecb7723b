"""What a feed of changes says of an edition: how many rows, which, and what nobody knows."""

from dashboard.shaping.changes import followed, headline, parts
from dashboard.words.i18n import Translator, translator


def test_what_is_not_known_is_said_so() -> None:
    """It never says "nothing changed" for "nobody knows"."""
    t = Translator()
    assert headline("a", None, t) == "what changed is not known, as the edition before it is gone"
    assert headline("a", {"tables": {}}, t).startswith("no row changed")


def test_more_rows_than_are_named_are_counted() -> None:
    """It says how many more there are."""
    row = {"id": "x", "title": {"en": "X"}, "refers_to": {}, "columns": {}}
    table = {"added": 25, "removed": 0, "changed": 0, "rows": {"added": [row] * 25}}
    changes = {"tables": {"initiatives": table, "votes": table | {"rows": {}}}}
    named, counted = parts(changes, {"votes": "Votes"}, lambda name: {}, Translator())
    assert (named.more, len(named.lines)) == (5, 20)
    assert (counted.name, counted.counts, counted.lines) == ("Votes", "25 rows added", ())


def test_the_text_of_the_other_language_is_only_mentioned() -> None:
    """It quotes what readers can read."""
    columns = {"title_fr": {"before": "a", "now": "b"}}
    row = {"id": "x", "title": {"en": "X"}, "refers_to": {}, "columns": columns}
    table = {"added": 0, "removed": 0, "changed": 1, "rows": {"changed": [row]}}
    (part,) = parts({"tables": {"initiatives": table}}, {}, lambda name: {}, Translator())
    assert part.lines[0].details == ("also the text in another language",)


def test_places_are_said_in_the_language_of_the_feed() -> None:
    """It words a place in a source as the pages do."""
    columns = {"locator": {"before": "para. 3", "now": "Annex I, para. 56 (a)"}}
    row = {"id": "x", "title": {"en": "X"}, "refers_to": {}, "columns": columns}
    table = {"added": 0, "removed": 0, "changed": 1, "rows": {"changed": [row]}}
    (part,) = parts({"tables": {"needs": table}}, {}, lambda name: {}, translator("fr"))
    assert part.lines[0].details[0].replace("\u00a0", " ").endswith("par. 3 → annexe I, par. 56 a)")


def test_what_is_not_named_is_not_passed_over() -> None:
    """It says of how many more rows of a table nobody knows whether they are followed."""
    row = {"id": "x", "title": {"en": "X"}, "refers_to": {}, "columns": {}}
    table = {"added": 25, "removed": 0, "changed": 0, "rows": {"added": [row] * 20}}
    changes = followed({"tables": {"initiatives": table}}, lambda table, row: False)
    (part,) = parts(changes, {}, lambda name: {}, Translator())
    assert (part.lines, part.unnamed) == ((), 5)
    assert headline("a", changes, Translator()) == "whether anything followed changed is not known"
