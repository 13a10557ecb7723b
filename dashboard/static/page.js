// What Streamlit has no setting for. It runs once, before the app starts.

// Where the server is: Streamlit would first look for it below the page, and wait for the answer.
window.__streamlit = { BACKEND_BASE_URL: new URL('../..', document.currentScript.src).href }

// On a phone the menu lies over the page: it starts closed, whatever the browser remembers, and
// closes once something in it was chosen.
const narrow = () => innerWidth < 768
if (narrow()) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('stSidebarCollapsed')) localStorage.removeItem(key)
  }
}
addEventListener('click', event => {
  if (narrow() && event.target.closest('[data-testid=stSidebar] a')) {
    setTimeout(() => document.querySelector('[data-testid=stSidebarCollapseButton] button')?.click(), 50)
  }
}, true)

// A finger that moves over a chart scrolls the page, as anywhere else: Plotly would take it for
// its own. A tap still reaches the chart, as a click.
for (const type of ['touchstart', 'touchmove']) {
  addEventListener(type, event => {
    if (event.target.closest?.('.js-plotly-plot')) event.stopPropagation()
  }, { capture: true, passive: true })
}

// Where the system has a sheet to share links, a record has a button that opens it.
if (navigator.share) document.documentElement.classList.add('shares')
addEventListener('click', event => {
  if (!event.target.closest?.('button.share')) return
  navigator.share({ title: document.title, url: location.href }).catch(() => {})  // it was put away
})

// Arrows walk through the cells of a table, and Tab goes on to what follows it: Streamlit would
// walk through a thousand cells before it left.
addEventListener('keydown', event => {
  if (event.key === 'Tab' && event.target.dataset?.testid === 'data-grid-canvas') event.stopPropagation()
}, true)

// Enter ends the typing of a day: Streamlit takes the day only once its calendar is put away.
addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.target.role !== 'spinbutton') return
  event.preventDefault()
  event.stopPropagation()
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
}, true)

// A click while the page is being drawn can be lost: it waits until the page is still.
const whenStill = act => {
  const isRunning = document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'running'
  isRunning ? setTimeout(() => whenStill(act), 50) : act()
}

// Escape puts away the rows behind a mark of a chart, wherever the reader is. A click that the
// server never heard of is made again.
const putAway = (address = location.search, tries = 3) => whenStill(() => {
  if (location.search !== address || !tries) return
  document.querySelector('[class*=st-key-clear-] button')?.click()
  setTimeout(() => putAway(address, tries - 1), 1500)
})
addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.target.closest?.('input, textarea, [role=dialog], [role=listbox]')) return
  putAway()
})

// The name of a lane of the timeline folds it, or unfolds it; the address says which are folded.
addEventListener('click', event => {
  const link = event.target.closest?.('.js-plotly-plot a')
  const target = link?.getAttribute('href') ?? link?.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
  if (!target?.startsWith('#fold=')) return
  event.preventDefault()
  event.stopPropagation()
  const lane = decodeURIComponent(target.slice(6)), page = new URL(location.href)
  const folded = page.searchParams.getAll('fold'), others = folded.filter(each => each !== lane)
  page.searchParams.delete('fold')
  for (const each of others.length < folded.length ? others : [...folded, lane]) page.searchParams.append('fold', each)
  history.pushState({}, '', page)
  dispatchEvent(new PopStateEvent('popstate'))
}, true)

// On a phone the list of a table's records stands in its place, open.
const openLists = () => {
  for (const list of document.querySelectorAll('details.rows:not([data-seen])')) {
    list.dataset.seen = list.open = true
  }
}

// What a page shows, in a sentence, is said again when a filter has changed it, and so is how many
// rows a mark has opened: those who do not see the page would not know.
const live = Object.assign(document.createElement('div'), { className: 'said', role: 'status' })
let sentences = [], address = ''
const announce = () => {
  const shown = [...document.querySelectorAll('[class*=st-key-summary-], .rows-below')].map(each => each.textContent)
  if (!shown.length || document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'notRunning') return
  if (!live.isConnected) document.body.append(live)
  const changed = shown.filter(each => !sentences.includes(each))
  if (address === location.pathname && changed.length) live.textContent = changed.join(' ')
  sentences = shown
  address = location.pathname
}

let timer = 0
new MutationObserver(changes => {
  if (changes.every(change => live.contains(change.target))) return
  if (innerWidth <= 600) openLists()
  clearTimeout(timer)
  timer = setTimeout(announce, 300)
}).observe(document, { childList: true, subtree: true, characterData: true })

// Charts are drawn for a light or a dark ground: again, when the machine changes it.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  setTimeout(() => dispatchEvent(new PopStateEvent('popstate')), 100)
})
