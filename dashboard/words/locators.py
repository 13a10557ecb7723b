"""Places in a source in the reader's language: "annexe I, par. 56 a)" for "Annex I, para. 56 (a)".

The data writes places in English. Its words for them are in ``locales/en/locators.toml``, and
translated like any other text; between them stand commas and semicolons. A symbol, a path, a code
of capitals and what stands in quotation marks, as the source calls the place itself, are the same
in every language. What is written in no such way is shown as it is, and marked.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache

from babel.dates import get_month_names

from dashboard.words.i18n import Translator
from dashboard.words.messages import LOCALES
from transforms.languages import typeset
from transforms.settings import SOURCE, mark, marked

CONTEXT = "locator"
"""The context of these texts in the catalogues."""
LETTER = r"\([a-z]{1,4}\)"
ONE = rf"(?:(?:FY)?\d+(?:\.\w+)*|[IVXLC]+)(?: ?(?:{LETTER}|\(\d+\)))*\)?"
"""A number, Arabic or Roman, with what is below it: ``56 (a)``, ``24.XLI``, ``4 (2)``."""
MANY = rf"(?:{ONE}|{LETTER})(?:(?:, and |, | and |-|–| to )(?:{ONE}|{LETTER})(?!\w))*(?!\w)"
TITLE = "“[^”]+”"
"""What the source calls a place itself."""
MONTHS = tuple(get_month_names("wide", locale=SOURCE).values())
DATE = rf"(?:\d{{1,2}}(?:-\d{{1,2}})? )?(?:{'|'.join(MONTHS)}) \d{{4}}"
"""A day, two days of a month, or a month: ``7-8 September 2026``."""
PATH = re.compile(r"\S*/\S*[a-z]{3}\S*")
"""The path of a file in a source, whose hyphens are no spans of numbers."""
NEUTRAL = re.compile(
    rf"(?:[A-Z]{{2,8}}|[A-Z]\d+|{TITLE}"
    rf"|[A-Z][\w.]*(?:/[\w.()-]+)+|[\w.-]+(?:/[\w.-]+)+|{MANY})(?=; |, | and |$)"
)
"""What is no language's: a code of capitals, a title, a symbol, the path of a file, a number."""
JOINT = re.compile("; |, | and ")
"""What stands between two places."""
FIELDS = {
    r"\{n\}": f"(?P<n>{MANY}|{TITLE})",
    r"\{name\}": r"(?P<name>[^,;]+)",
    r"\{date\}": f"(?P<date>{DATE})",
}
BETWEEN = (
    "{first} and {last}",
    "{first} to {last}",
    "({letter})",
    "“{title}”",
    ", ",
    "; ",
    " and ",
)
"""What lists of numbers and of places are made of."""


def located(text: str | None, t: Translator) -> str:
    r"""Return a place in the reader's language; nothing for none.

    >>> from dashboard.words.i18n import translator
    >>> located("Annex I, para. 56 (a)", translator("fr")).replace("\xa0", " ")
    'annexe I, par. 56 a)'
    >>> located("page on the Dialogue", translator("fr")), located("page 3", Translator())
    ('page on the Dialogue [en]', 'page 3')
    """
    if not text or t.language == SOURCE:
        return text or ""
    translated = _translated(text, t)
    return marked(text, SOURCE) if translated is None else typeset(translated, t.language)


def designated(symbol: str | None, t: Translator) -> str:
    r"""Return an official symbol in the reader's language; unchanged if not all is understood.

    >>> from dashboard.words.i18n import translator
    >>> designated("A/RES/79/1, Annex I", translator("fr"))
    'A/RES/79/1, annexe I'
    >>> designated("CETS 225", translator("fr")), designated(None, Translator())
    ('CETS 225', '')
    """
    translated = None if t.language == SOURCE else _translated(symbol or "", t)
    return typeset(translated, t.language) if translated else symbol or ""


def understood(text: str, t: Translator) -> bool:
    """Return whether a place can be said in the reader's language.

    >>> understood("page on the Dialogue", Translator("fr")), understood("page 3", Translator())
    (False, True)
    """
    return t.language == SOURCE or _translated(text, t) is not None


def texts() -> tuple[str, ...]:
    """Return every English text that places are made of."""
    known = tomllib.loads((LOCALES / SOURCE / "locators.toml").read_text("utf-8"))["places"]
    return (*known, *BETWEEN)


def _translated(text: str, t: Translator) -> str | None:
    """Return a place in the reader's language; none if not all of it is understood."""
    parts: list[str | None] = []
    rest = text
    while rest:
        if parts:
            if not (joint := JOINT.match(rest)):
                return None
            parts.append(_word(joint[0], t))
            rest = rest[joint.end() :]
        part, rest = _next(rest, t)
        parts.append(part)
        if part is None:
            return None
    return None if None in parts else "".join(filter(None, parts))


def _next(text: str, t: Translator) -> tuple[str | None, str]:
    """Return the place at the beginning of a text, translated, and what follows it."""
    for english, pattern in _patterns():
        if found := pattern.match(text):
            word = _word(english, t)
            for field, value in found.groupdict().items():
                formatted = FORMATTERS[field](value, t)
                word = word and formatted and word.replace(f"{{{field}}}", formatted)
            return word, text[found.end() :]
    if found := NEUTRAL.match(text):
        return _numbers(found[0], t), text[found.end() :]
    return None, text


def _as_it_is(text: str, _: Translator) -> str:
    """Return a name that is the same in every language."""
    return text


def _date(text: str, t: Translator) -> str:
    """Return a date that the data writes in English as the reader's language does."""
    *days, month, year = text.split()
    first, _, last = days[0].partition("-") if days else ("", "", "")
    day = f"{year}-{MONTHS.index(month) + 1:02}" + (f"-{int(last or first):02}" if first else "")
    return (f"{first}-" if last else "") + t.partial_date(day)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what each text looks like in the data, the longest first."""
    found = []
    for english in sorted(set(texts()) - set(BETWEEN), key=len, reverse=True):
        pattern = re.escape(english)
        for field, values in FIELDS.items():
            pattern = pattern.replace(field, values)
        found.append((english, re.compile(rf"{pattern}(?=; |, | and |$)", re.IGNORECASE)))
    return tuple(found)


def _numbers(text: str, t: Translator) -> str | None:
    """Return a list of numbers, a title, or the path of a file, in the reader's language.

    >>> from dashboard.words.i18n import translator
    >>> _numbers("56-58", translator("fr")), _numbers("data/2026-first-panel.md", translator("fr"))
    ('56 à 58', 'data/2026-first-panel.md')
    """
    if PATH.fullmatch(text.strip()):
        return text
    if text.startswith("“"):
        titled = _word("“{title}”", t)
        return titled and titled.replace("{title}", text.strip("“”"))
    letter = _word("({letter})", t)
    spans = {name: _word(f"{{first}} {name} {{last}}", t) for name in ("to", "and")}
    if letter is None or None in spans.values():
        return None
    numbers = re.sub(
        r" ?\(([a-z]{1,4})\)", lambda found: " " + letter.replace("{letter}", found[1]), text
    )
    numbers = re.sub(r"(?<=[\w)])(?:-|–| to )(?=[\w(])", _between(spans["to"]), numbers.strip())
    return re.sub(r",? and ", _between(spans["and"]), numbers)


FORMATTERS: dict[str, Callable[[str, Translator], str | None]] = {
    "n": _numbers,
    "name": _as_it_is,
    "date": _date,
}
"""The wording of each field of a text."""


def _between(pattern: str | None) -> str:
    """Return what stands between two numbers.

    >>> _between("{first} à {last}")
    ' à '
    """
    return (pattern or "").removeprefix("{first}").removesuffix("{last}")


def _word(english: str, t: Translator) -> str | None:
    """Return a text in the reader's language; none where nobody has translated it."""
    word = t.texts.pgettext(CONTEXT, english)
    return None if word.endswith(mark(SOURCE)) else word
