"""The words of a page that are Streamlit's own."""

from playwright.sync_api import Page

WORDS = """() => {
  const names = ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'data-title', 'alt'];
  const ours = '.stHtml, [data-testid=stMarkdownContainer], [data-testid=stIconMaterial], a, svg,'
    + ' [data-testid=stExpanderIcon], [role=status], pre, textarea, script, style, noscript,'
    + ' table, [role=option]';
  const words = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.stHtml, a') || !element.checkVisibility()) continue;
    words.push(...names.map(name => element.getAttribute(name)));
    if (element.closest(ours)) continue;
    words.push(...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.data.trim()));
  }
  return words.filter(word => word && /\\p{L}{2}/u.test(word));
}"""
"""What a page says outside of our own texts, of links and of values, which may be names."""


def own_words(page: Page) -> set[str]:
    """Return what a page says outside of our own texts, of links and of values."""
    return set(page.evaluate(WORDS))
