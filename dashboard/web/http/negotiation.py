"""What a browser prefers: kinds of answers, and languages (RFC 9110, section 12)."""

from starlette.requests import Request

from dashboard.words import labels
from dashboard.words.i18n import Translator


def preferred(request: Request) -> Translator:
    """Return the language that the browser prefers, of those that there are."""
    wanted = weights(request.headers.get("accept-language", ""))
    best = sorted((code for code in wanted if wanted[code]), key=lambda code: -wanted[code])
    offered = list(labels.languages())
    known = [code for code in (tag.split("-")[0] for tag in best) if code in offered]
    return spoken(known[0] if known else offered[0])


def spoken(language: str) -> Translator:
    """Return one of the languages that there are."""
    return labels.bare_translator(language)


def weights(header: str) -> dict[str, float]:
    """Read a header of preferences (RFC 9110, section 12.4.2); what cannot be read counts fully.

    >>> weights("fr-CA, en;q=0.5")
    {'fr-ca': 1.0, 'en': 0.5}
    """
    found: dict[str, float] = {}
    for part in header.lower().split(",")[:50]:
        name, _, weight = part.partition(";q=")
        try:
            found[name.partition(";")[0].strip()] = float(weight or 1)
        except ValueError:
            found[name.strip()] = 1.0
    return found
