// @ts-check
// Titles while somebody types in a search field; searching works without this file.

const pauseMs = 200
const shortest = 2

/** @type {NodeListOf<HTMLInputElement>} */
const inputs = document.querySelectorAll('input[data-suggest]')
inputs.forEach(offerSuggestions)

/** A combobox as the ARIA patterns describe it: focus stays in the field, arrows move through the list. @param {HTMLInputElement} input */
function offerSuggestions(input) {
  const list = document.createElement('ul')
  const status = document.createElement('p')
  set(list, {
    id: `${input.id}-list`,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': input.dataset.listName ?? '',
  })
  set(status, { class: 'vh', role: 'status' })
  list.hidden = true
  input.after(list, status)
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })

  let timer = 0
  let asked = new AbortController()
  let active = -1

  input.addEventListener('input', () => {
    clearTimeout(timer)
    asked.abort()
    close()
    if (input.value.trim().length >= shortest) timer = setTimeout(ask, pauseMs)
  })

  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    const options = list.children
    if (event.key === 'ArrowDown') move((active + 1) % options.length)
    else if (event.key === 'ArrowUp') move((active < 1 ? options.length : active) - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active >= 0) go(options[active])
    else return
    event.preventDefault()
  })

  input.addEventListener('blur', close)
  // Before the field loses its focus, which would close the list under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element) go(target.closest('li'))
  })

  async function ask() {
    asked = new AbortController()
    try {
      const query = new URLSearchParams({ q: input.value })
      const answer = await fetch(`${input.dataset.suggest}?${query}`, { signal: asked.signal })
      if (answer.ok) show(await answer.json())
    } catch {
      // A newer letter was typed, or the line is down: the search itself still works.
    }
  }

  /** @param {{ title: string, path: string }[]} articles */
  function show(articles) {
    if (document.activeElement !== input) return
    list.replaceChildren(...articles.map(option))
    list.hidden = articles.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    const { some = '', none = '' } = input.dataset
    status.textContent = list.hidden ? none : some.replace('{}', String(articles.length))
  }

  /** @param {{ title: string, path: string }} article @param {number} place */
  function option({ title, path }, place) {
    const entry = document.createElement('li')
    set(entry, { id: `${list.id}-${place}`, role: 'option', 'aria-selected': 'false', 'data-path': path })
    entry.textContent = title
    return entry
  }

  /** @param {number} place */
  function move(place) {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = place
    const entry = list.children[active]
    entry?.setAttribute('aria-selected', 'true')
    entry?.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', entry?.id ?? '')
  }

  function close() {
    active = -1
    list.hidden = true
    status.textContent = ''
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
}

/** @param {Element | null | undefined} entry */
function go(entry) {
  if (entry instanceof HTMLElement && entry.dataset.path) location.assign(entry.dataset.path)
}

/** @param {Element} element @param {Record<string, string>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
