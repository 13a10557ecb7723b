// Streamlit speaks English, whatever language a page is in: here its words become the page's.
//
// The head of the page has a catalogue for each other language: what Streamlit says in English,
// with `{name}` for what varies, and how it is said. The page's language is that of the document.
{
  const element = document.getElementById('streamlit-words')
  const catalogues = element ? JSON.parse(element.textContent) : {}
  const root = document.documentElement
  const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'placeholder', 'title', 'data-title']
  const LABELLED = ATTRIBUTES.map(name => `[${name}]`).join()
  // What we say ourselves, what is a reader's own, and what has no words.
  const OURS = '.stHtml, [data-testid=stMarkdownContainer], svg, pre, textarea, script, style'

  // Written by the server, and told by every page that is shown in another one: Streamlit, which
  // says English as it starts, is not believed.
  let language = root.lang

  // Calendars and numbers go by the browser's language: it is that of the page, with the reader's
  // own region where there is one.
  const preferred = navigator.languages
  const spoken = () => preferred.find(one => one.split('-')[0] === language) ?? language
  Object.defineProperty(navigator, 'language', { get: spoken })
  Object.defineProperty(navigator, 'languages', {
    get: () => [...new Set([spoken(), ...preferred])],
  })

  // How what varies is found, and said: some of it is English as well.
  const found = { n: '[\\d,.]+', month: '[A-Z][a-z]+' }
  const day = (english, options) => {
    const date = new Date(english)
    return isNaN(date) ? undefined : date.toLocaleDateString(language, options)
  }
  const said = {
    month: english => day(`${english} 1, 2000`, { month: 'long' }),
    date: english => day(english, { dateStyle: 'long' }),
  }

  const escaped = text => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  const pattern = ([english, own]) => {
    const varying = (_, name) => `(?<${name}>${found[name] ?? '.+'})`
    return [new RegExp(`^${escaped(english).replace(/\{(\w+)\}/g, varying)}$`, 's'), own]
  }
  const compiled = catalogue => {
    const entries = Object.entries(catalogue)
    return {
      exact: new Map(entries), patterns: entries.filter(([text]) => text.includes('{')).map(pattern),
    }
  }
  const known = Object.fromEntries(
    Object.entries(catalogues).map(([language, catalogue]) => [language, compiled(catalogue)]))

  const translated = english => {
    const catalogue = known[language]
    if (!catalogue || !english) return english
    const exact = catalogue.exact.get(english)
    if (exact) return exact
    for (const [expression, own] of catalogue.patterns) {
      const match = expression.exec(english)
      if (match) return own.replace(/\{(\w+)\}/g, (_, name) =>
        said[name]?.(match.groups[name]) ?? match.groups[name])
    }
    return english
  }

  // What stands in the page now, and what Streamlit had written there: for another language.
  const written = new WeakMap()
  const original = (holder, name, now) => {
    const known = written.get(holder)?.[name]
    return known?.now === now ? known.english : now
  }
  const put = (holder, name, now, set) => {
    const english = original(holder, name, now), said = translated(english)
    if (said !== now) set(said)
    if (said !== english) written.set(holder, { ...written.get(holder), [name]: { english, now: said } })
  }
  const text = node => {
    if (!node.parentElement?.closest(OURS)) {
      put(node, 'text', node.data, said => { node.data = said })
    }
  }
  const attributes = holder => {
    if (holder.closest('.stHtml')) return
    for (const name of ATTRIBUTES) {
      const now = holder.getAttribute(name)
      if (now) put(holder, name, now, said => holder.setAttribute(name, said))
    }
  }
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) return text(node)
    if (node.nodeType !== Node.ELEMENT_NODE) return
    if (node.matches(LABELLED)) attributes(node)
    node.querySelectorAll(LABELLED).forEach(attributes)
    const filter = each => each.nodeType === Node.ELEMENT_NODE && each.matches(OURS)
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    if (node.closest(OURS)) return
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter)
    while (walker.nextNode()) if (walker.currentNode.nodeType === Node.TEXT_NODE) text(walker.currentNode)
  }

  addEventListener('document-language', () => {
    if (language === root.lang) return
    language = root.lang
    dispatchEvent(new Event('languagechange'))
    walk(root)
  })
  new MutationObserver(changes => {
    if (root.lang !== language) root.lang = language
    if (!known[language]) return
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') text(target)
      else if (type === 'attributes') attributes(target)
      else addedNodes.forEach(walk)
    }
  }).observe(root, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ['lang', ...ATTRIBUTES],
  })
  walk(root)
}
