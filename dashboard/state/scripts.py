"""The scripts that pages carry: the policy of the server lets these run, by their hash."""

import html

DOCUMENT = "Object.assign(document.documentElement, document.currentScript.dataset)"
"""Says of the whole document which language it is in; Streamlit always says English."""
RELOAD = "setTimeout(() => location.reload(), 5000)"
"""Loads the same address again, for a page that waits for the database."""
SCRIPTS = (DOCUMENT, RELOAD)


def script(source: str, **data: str) -> str:
    """Return the HTML of one of the scripts, with the ``data`` that it reads.

    >>> script("run()", lang="fr")
    '<script data-lang="fr">run()</script>'
    """
    attributes = "".join(f' data-{name}="{html.escape(text)}"' for name, text in data.items())
    return f"<script{attributes}>{source}</script>"
