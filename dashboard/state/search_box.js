if (!window.searchBox) {
  window.searchBox = true
  const SHOWN = 8, PAUSE = 150
  let asked = 0, timer = 0, shown = null

  const box = () => document.querySelector('.site-search')
  const part = name => box().querySelector(name)
  const field = () => part('input')
  const links = () => [...box().querySelectorAll('.found a')]

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children.filter(child => child))
    return made
  }
  const address = (path, query, heading = '') => {
    const here = new URLSearchParams(location.search), there = new URLSearchParams(query)
    for (const name of ['lang', 'as_of'])
      if (here.has(name) && !there.has(name)) there.set(name, here.get(name))
    return path + (there.size ? `?${there}` : '') + heading
  }
  const link = ({url, label, language}) => {
    const target = new URL(url), href = address(target.pathname, target.search, target.hash)
    const other = language === box().dataset.lang ? {} : {lang: language}
    return element('a', {className: 'in', href, ...other}, label)
  }
  const item = ({reason, ...hit}, kinds) => element('li', {},
    element('span', {className: 'kind'}, kinds[hit.kind] ?? hit.kind), ' ',
    link(hit), reason && element('span', {className: 'why'}, reason))
  const hide = () => { part('.found').hidden = true }
  const all = (answer, {all, plurals}) => {
    const parts = Object.entries(answer.kinds).map(([kind, n]) => element('a',
      {className: 'in', href: address('/search', {q: answer.q, kind})}, `${plurals[kind]} ${n}`))
    const first = element('a', {className: 'in', href: address('/search', {q: answer.q})}, all)
    return element('li', {className: 'all'}, ...[first, ...parts].flatMap(each => [each, ' ']))
  }
  const listing = ({page, title}) => element('li', {},
    element('a', {className: 'in', href: address(`/${page}`, {})}, title))
  const show = answer => {
    const words = JSON.parse(box().dataset.words)
    const hits = answer.hits.slice(0, SHOWN), offers = answer.did_you_mean
    const rest = hits.length ? [all(answer, words)] : words.lists.map(listing)
    if (offers.length) rest.unshift(element('li', {className: 'head'}, words.offers),
      ...offers.map(hit => item(hit, words.kinds)))
    shown = answer
    part('[role=status]').textContent = answer.summary
    part('[role=status]').classList.toggle('unseen', hits.length > 0 && !answer.missing.length)
    part('.hits').replaceChildren(...hits.map(hit => item(hit, words.kinds)), ...rest)
    const page = document.querySelector('[data-testid=stApp]')
    part('.found').style.background = getComputedStyle(page).backgroundColor
    part('.found').hidden = false
  }
  const ask = async () => {
    const q = field().value.trim(), number = ++asked
    if (!q) { hide(); return null }
    const query = new URLSearchParams({q, lang: box().dataset.lang})
    const day = new URLSearchParams(location.search).get('as_of')
    if (/^\d{4}-\d{2}-\d{2}$/.test(day ?? '')) query.set('as_of', day)
    const response = await fetch(`/search.json?${query}`)
    if (!response.ok || number !== asked) return null
    const answer = await response.json()
    if (number === asked) show(answer)
    return answer
  }
  const enter = async () => {
    clearTimeout(timer)
    if (shown?.q !== field().value.trim()) await ask()
    if (shown?.q === field().value.trim() && shown.hits.length) links()[0]?.click()
  }
  const step = by => {
    const every = [field(), ...links()], at = every.indexOf(document.activeElement)
    every[Math.max(0, Math.min(every.length - 1, at + by))]?.focus()
  }

  addEventListener('input', event => {
    if (event.target !== (box() && field())) return
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  })
  addEventListener('keydown', event => {
    if (!box() || event.ctrlKey || event.metaKey || event.altKey) return
    const at = event.composedPath()[0], inside = box().contains(at)
    const writes = at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)
    if (event.key === '/' && !writes) { field().focus(); field().select() }
    else if (event.key === 'Enter' && at === field()) enter()
    else if (event.key === 'ArrowDown' && inside && !part('.found').hidden) step(1)
    else if (event.key === 'ArrowUp' && inside && at !== field()) step(-1)
    else if (event.key === 'Escape' && inside) { hide(); field().focus() }
    else return
    event.preventDefault()
    event.stopPropagation()
  }, true)
  addEventListener('focusin', event => { if (box() && !box().contains(event.target)) hide() })
  addEventListener('click', event => {
    if (!box()) return
    const opened = event.target.closest('.found a')
    if (!box().contains(event.target) || opened) hide()
    // What was found is open: the keys are the page's again, and the box is ready for other words.
    if (opened && !event.ctrlKey && !event.metaKey) { field().value = ''; field().blur() }
  })
}
