"""Under which licence the data is, and how to cite it: what the tracker's settings say."""

from datetime import date

from transforms.files.words import day_in_words, translate
from transforms.languages import typeset
from transforms.settings import Settings


def cited(settings: Settings, code: str, edition: str, day: date | None = None) -> str:
    r"""Return how to cite an edition of the data in a language, with the day if it is for one.

    >>> own = Settings(("fr",), name={"fr": "Suivi"}, publisher={"fr": "Nous"})
    >>> cited(own, "fr", "0123456789ab", date(2026, 1, 1))
    'Nous\xa0: Suivi, édition 0123456789ab, au 1er\xa0janvier 2026.'

    A publisher that is named after the tracker is not named beside it.

    >>> own = Settings(("en",), name={"en": "Tracker"}, publisher={"en": "Friends of the tracker"})
    >>> cited(own, "en", "0123456789ab")
    'Tracker, edition 0123456789ab.'
    """
    first = settings.languages[0]
    name, publisher, licence = (
        settings.localized(key, code) for key in ("name", "publisher", "licence")
    )
    if publisher and name.casefold() not in publisher.casefold():
        name = translate("{publisher}: {name}", code, first, publisher=publisher, name=name)
    known = {"name": name, "edition": edition}
    if day:
        in_words = typeset(day_in_words(day, code), code)
        text = translate(
            "{name}, edition {edition}, as of {day}.", code, first, **known, day=in_words
        )
    else:
        text = translate("{name}, edition {edition}.", code, first, **known)
    return (
        f"{text} {translate('Licence {licence}.', code, first, licence=licence)}"
        if licence
        else text
    )


def licensed(settings: Settings, code: str) -> str:
    """Return under which licence the data is, in sentences, with a link in Markdown.

    >>> terms = {"licence": {"en": "CC0"}, "licence_url": {"en": "https://cc0.example"}}
    >>> licensed(Settings(**terms), "en")
    'The data is published under [CC0](https://cc0.example).'
    >>> licensed(Settings(), "en")
    'No licence is stated for the data.'
    """
    first = settings.languages[0]
    licence, url, terms = (
        settings.localized(key, code) for key in ("licence", "licence_url", "licence_terms")
    )
    if not licence:
        return translate("No licence is stated for the data.", code, first)
    named = f"[{licence}]({url})" if url else licence
    text = translate("The data is published under {licence}.", code, first, licence=named)
    return f"{text} {terms}" if terms else text
