// The player of the Members page: one slider moves lines, map and names, without the server.
// What is certain and possible on which day comes from the database; here it is only played.
{
  const part = selector => document.querySelector(selector)
  const drawn = name => [...document.querySelectorAll(`[class*="st-key-figure-${name}"] .js-plotly-plot`)]
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
  const made = (tag, text, look = {}) => Object.assign(document.createElement(tag), { textContent: text }, look)
  let timer = 0

  const configOf = player => player.config ??= JSON.parse(player.dataset.player)

  // Who is in at the end of a day: 2 certainly, 1 possibly.
  const standing = (data, day) => {
    const sums = new Map()
    for (const [member, from, certain, possible] of data.turns) {
      if (from > day) break
      const [c, p] = sums.get(member) ?? [0, 0]
      sums.set(member, [c + certain, p + possible])
    }
    return new Map([...sums].flatMap(([member, [c, p]]) => c ? [[member, 2]] : p ? [[member, 1]] : []))
  }

  const inOrder = members => [...members].sort((a, b) => a - b)

  const list = (members, data, look, note = () => '') => {
    const names = made('ul', '', { className: look })
    for (const member of members) {
      const [, name, href] = data.members[member], item = made('li', '')
      item.append(href ? made('a', name, { href, className: 'in' }) : name, note(member))
      names.append(item)
    }
    return names
  }

  const titledList = (title, members, data) => {
    const box = made('div', '')
    box.append(made('h3', filled(title, { who: members.length || data.words.nobody })))
    if (members.length) box.append(list(members, data, 'plain'))
    return box
  }

  const showNames = (data, step, now, before) => {
    const place = part('.played')
    if (!place) return
    const joined = inOrder(now.keys()).filter(member => !before.has(member))
    const left = inOrder(before.keys()).filter(member => !now.has(member))
    const certain = [...now.values()].filter(state => state === 2).length
    const n = certain === now.size ? certain : `${certain}–${now.size}`
    const since = { day: data.named[step - 1] }
    const head = made('h2', `${filled(data.words.in, { n })} · ${data.named[step]}`)
    const moved = made('section', '', { className: 'moved' })
    if (step) moved.append(titledList(filled(data.words.joined, since), joined, data), titledList(filled(data.words.left, since), left, data))
    const possibly = member => now.get(member) === 1 ? ` (${data.words.possible})` : ''
    place.replaceChildren(head, moved, list(inOrder(now.keys()), data, 'plain in-now', possibly))
  }

  // Which country a mark of the map stands for: marks have no keys, their trace has.
  const keyOf = path => {
    const points = path.parentNode.__data__
    return points?.[0]?.trace?.ids?.[points.indexOf(path.__data__)]
  }

  const paint = (path, colour) => {
    path.dataset.fill ??= path.style.fill
    path.dataset.opacity ??= path.style.fillOpacity
    path.style.fill = colour ?? path.dataset.fill
    path.style.fillOpacity = colour ? (colour === 'none' ? 0 : 1) : path.dataset.opacity
    path.dataset.painted = path.style.fill
  }

  const showMap = (data, now, before, last) => {
    const [chart] = drawn('member-map')
    if (!chart) return
    const keys = new Map(data.members.map(([key], place) => [key, place]))
    const colour = key => {
      const member = keys.get(key), state = now.get(member)
      if (last) return undefined
      if (!state) return 'none'
      return state === 1 ? data.colours.possible : before.has(member) ? data.colours.certain : data.colours.joined
    }
    for (const path of chart.querySelectorAll('path.choroplethlocation')) paint(path, colour(path.__data__?.loc))
    for (const path of chart.querySelectorAll('.scattergeo path.point')) paint(path, colour(keyOf(path)))
  }

  // Where the slider stands in the charts of lines: what comes later is covered, and each line has
  // a dot with its number.
  const showLines = (data, day, last) => {
    for (const chart of drawn('member')) {
      chart.querySelector('.played-over')?.remove()
      const { xaxis: x, yaxis: y, geo } = chart._fullLayout ?? {}
      if (geo || !x || last) continue
      const over = document.createElementNS('http://www.w3.org/2000/svg', 'g')
      over.setAttribute('class', 'played-over')
      const left = x._offset + Math.max(0, Math.min(x._length, x.d2p(day)))
      const add = (name, values, text = '') => {
        const shape = document.createElementNS('http://www.w3.org/2000/svg', name)
        for (const [key, value] of Object.entries(values)) shape.setAttribute(key, value)
        shape.textContent = text
        over.append(shape)
      }
      add('rect', { class: 'cover', x: left, y: y._offset, width: x._offset + x._length - left, height: y._length })
      add('line', { x1: left, x2: left, y1: y._offset, y2: y._offset + y._length })
      // Lines that the legend leaves out are not in the chart.
      for (const { meta, marker } of chart.data.filter(trace => trace.mode === 'markers')) {
        const at = data.lines[meta]?.filter(([from]) => from <= day).at(-1)
        if (!at) continue
        const high = y._offset + y.d2p(at[1])
        const near = left > x._offset + x._length / 2
        add('circle', { cx: left, cy: high, r: 5, fill: marker.color })
        add('text', { x: left + (near ? -9 : 9), y: high - 6, 'text-anchor': near ? 'end' : 'start' }, at[2])
      }
      chart.querySelector('.main-svg:last-of-type')?.append(over)
    }
  }

  const around = (data, step) =>
    [standing(data, data.days[step]), step ? standing(data, data.days[step - 1]) : new Map()]

  const showCharts = (data, step) => {
    const last = step === data.days.length - 1
    showMap(data, ...around(data, step), last)
    showLines(data, data.days[step], last)
  }

  const show = (player, step) => {
    const data = configOf(player), last = step === data.days.length - 1
    player.querySelector('input').value = step
    player.querySelector('input').setAttribute('aria-valuetext', data.named[step])
    player.querySelector('output').textContent = data.named[step]
    player.classList.toggle('past', !last)
    showNames(data, step, ...around(data, step))
    showCharts(data, step)
  }

  // The day shown is in the address once the reader lets go: it reopens there, and the server is
  // not asked. It is none on the last step, which is the day of the page.
  const note = player => {
    const data = configOf(player), step = +player.querySelector('input').value, page = new URL(location.href)
    if (step === data.days.length - 1) page.searchParams.delete(data.shown)
    else page.searchParams.set(data.shown, data.days[step])
    if (page.href !== location.href) history.replaceState(history.state, '', page)
  }

  const stop = player => {
    clearInterval(timer)
    timer = 0
    player.querySelector('button').textContent = configOf(player).words.play
    note(player)
  }

  addEventListener('input', event => {
    const player = event.target.closest?.('.player')
    if (!player) return
    if (timer) stop(player)
    show(player, +event.target.value)
  })

  addEventListener('change', event => {
    const player = event.target.closest?.('.player')
    if (player) note(player)
  })

  addEventListener('click', event => {
    const player = event.target.closest?.('.player')
    if (!player || !event.target.closest('button')) return
    if (timer) return stop(player)
    const data = configOf(player), slider = player.querySelector('input')
    let step = +slider.value === data.days.length - 1 ? 0 : +slider.value
    show(player, step)
    player.querySelector('button').textContent = data.words.pause
    timer = setInterval(() => {
      if (!player.isConnected) return clearInterval(timer)
      show(player, ++step)
      if (step === data.days.length - 1) stop(player)
    }, Math.max(150, Math.min(700, 15000 / data.days.length)))
  })

  // What was painted over a chart goes when the chart is drawn again; Plotly leaves what it takes for
  // the same as it was, in our colours.
  addEventListener('drawn', ({ target: chart }) => {
    chart.querySelector('.played-over')?.remove()
    for (const path of chart.querySelectorAll('[data-fill]')) {
      if (path.style.fill === path.dataset.painted) paint(path)
      for (const name of ['fill', 'opacity', 'painted']) delete path.dataset[name]
    }
    const player = part('.player')
    if (player?.dataset.seen) catchUp(player)
  })

  // A chart that is drawn after the slider was set shows the same day.
  const isBehind = chart => chart._fullLayout?.geo
    ? chart.querySelector('path.choroplethlocation:not([data-fill])')
    : chart._fullLayout?.xaxis && !chart.querySelector('.played-over')
  const catchUp = player => {
    const data = configOf(player), step = +player.querySelector('input').value
    if (step === data.days.length - 1) return
    if (drawn('member').some(isBehind)) showCharts(data, step)
  }

  new MutationObserver(() => {
    const player = part('.player'), place = part('.played')
    if (!player || !place) return
    if (player.dataset.seen) return catchUp(player)
    player.dataset.seen = true
    show(player, configOf(player).start)
  }).observe(document, { childList: true, subtree: true })
}
