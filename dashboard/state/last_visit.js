{
  // The day of the visit before this one stays in this browser, and nowhere else.
  const { today, day, locale, label } = document.currentScript.dataset
  const line = document.currentScript.parentElement.querySelector('.last-visit')
  try {
    const visits = JSON.parse(localStorage.getItem('visits') || '{}')
    if (visits.last !== today) {
      Object.assign(visits, { before: visits.last, last: today })
      localStorage.setItem('visits', JSON.stringify(visits))
    }
    if (line && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(visits.before) && visits.before < day) {
      const link = line.querySelector('a')
      const said = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
      link.href += visits.before
      link.textContent = label.replace('{day}', said.format(new Date(visits.before)))
      line.hidden = false
    }
  } catch { /* a browser that keeps nothing has no last visit */ }
}
