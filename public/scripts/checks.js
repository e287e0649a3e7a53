// The checks before publishing, kept up to date while somebody types. The page works without this file.
//
// It sends the form, its token with it, to the address in the panel's data-checks and gets the panel again, rendered. A link
// of the panel leads to its field; where data-quote stands in the field as it is now, those words are selected.

const panel = document.querySelector('[data-checks]')
const form = panel?.closest('form')

if (form) begin(form, panel)

function begin(form, panel) {
  let waiting
  let asked

  form.addEventListener('input', askSoon)
  form.addEventListener('change', askSoon)
  panel.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-quote]')
    const field = link && form.elements[link.hash.slice(1)]
    if (!field) return
    event.preventDefault()
    const start = link.dataset.quote === '' ? -1 : field.value.indexOf(link.dataset.quote)
    const place = { start: Math.max(start, 0), end: Math.max(start, 0) + (start < 0 ? 0 : link.dataset.quote.length) }
    // Another view of the text may stand over the field, and shows the place itself.
    if (!field.dispatchEvent(new CustomEvent('show-place', { cancelable: true, detail: place }))) return
    field.focus()
    if (start >= 0) field.setSelectionRange?.(place.start, place.end)
  })

  function askSoon() {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 1500)
  }

  async function ask() {
    asked?.abort()
    asked = new AbortController()
    try {
      const body = new URLSearchParams(new FormData(form))
      const answer = await fetch(panel.dataset.checks, { method: 'POST', body, signal: asked.signal })
      if (answer.ok && !answer.redirected) show(await answer.text())
    } catch (error) {
      if (error.name !== 'AbortError') askSoon()
    }
  }

  /** The summary stays the same element, so that it is read aloud only when it says something new; the focus keeps its place. */
  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html')
    const [status, list] = [panel.querySelector('[role=status]'), panel.querySelector('.checks')]
    const [summary, items] = [fresh.querySelector('[role=status]').textContent, fresh.querySelectorAll('.checks > li')]
    const place = [...list.children].findIndex((item) => item.contains(document.activeElement))
    if (status.textContent !== summary) status.textContent = summary
    list.replaceChildren(...items)
    if (place >= 0) list.querySelectorAll('a')[Math.min(place, list.querySelectorAll('a').length - 1)]?.focus()
  }
}
