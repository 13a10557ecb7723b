"""The scripts that pages carry: the policy of the server lets these run, by their hash."""

import html
from pathlib import Path

DOCUMENT = """\
Object.assign(document.documentElement, document.currentScript.dataset)
dispatchEvent(new Event('document-language'))"""
"""Sets the language of the whole document, which Streamlit always sets to English."""
RELOAD = "setTimeout(() => location.reload(), 5000)"
"""Loads the same address again, for a page that waits for the database."""
LINKS = """if (!window.linksOpenWithin) {
  window.linksOpenWithin = true
  addEventListener('click', event => {
    const link = event.target.closest('a.in, [data-testid=stMarkdownContainer] a[href*="?"]')
    const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (!link || event.button || held || link.origin !== location.origin) return
    const isRecord = /[?&](id|country)=/.test(link.search)
    if (link.className !== 'in' && !isRecord && link.pathname !== location.pathname) return
    event.preventDefault()
    history.pushState({}, '', link.href)
    dispatchEvent(new PopStateEvent('popstate'))
    document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0)
    if (!link.hash) return
    // What comes later above a heading moves it: it is sought for a while, until the reader acts.
    let timer = 0
    const seek = left => {
      const heading = document.getElementById(link.hash.slice(1))
      heading?.scrollIntoView()
      if (left) timer = setTimeout(seek, 200, Math.min(left, heading ? 15 : left) - 1)
    }
    seek(100)
    for (const act of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      addEventListener(act, () => clearTimeout(timer), {once: true})
  }, true)
}"""
"""Opens our own links (``a.in``, and of Markdown those to records and to the page that is open)
within the session; with a key held, the browser does as ever."""
SEARCH_BOX = Path(__file__).with_name("search_box.js").read_text("utf-8")
"""Asks what the search finds while a reader types, and shows it below the box."""
LAST_VISIT = Path(__file__).with_name("last_visit.js").read_text("utf-8")
"""Links what changed since the reader's last visit, which only the browser remembers."""
SCRIPTS = (DOCUMENT, RELOAD, LINKS, SEARCH_BOX, LAST_VISIT)


def script(source: str, **data: str) -> str:
    """Return the HTML of one of the scripts, with the ``data`` that it reads.

    >>> script("run()", lang="fr")
    '<script data-lang="fr">run()</script>'
    """
    attributes = "".join(f' data-{name}="{html.escape(text)}"' for name, text in data.items())
    return f"<script{attributes}>{source}</script>"
