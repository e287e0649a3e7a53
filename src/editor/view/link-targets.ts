import { found } from './desk.ts'

/** As `src/newsdesk/link-routes.ts` tells it. */
type LinkTarget = { title: string; path: string; note: string }

const pauseMs = 200
const shortest = 2

/** A combobox as the ARIA patterns describe it: the focus stays in the field, arrows move through the articles. */
export function offerArticles(dialog: HTMLDialogElement, address: string) {
  const field = found<HTMLInputElement>(dialog, '[name=href]')
  const label = found<HTMLInputElement>(dialog, '[name=words]')
  const list = found<HTMLUListElement>(dialog, '[role=listbox]')
  const status = found(dialog, '[role=status]')
  let targets: LinkTarget[] = []
  let active = -1
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = new AbortController()

  field.addEventListener('input', () => {
    forget()
    if (areWords(field.value)) timer = setTimeout(() => void ask(), pauseMs)
  })
  field.addEventListener('keydown', walk)
  field.addEventListener('blur', close)
  dialog.addEventListener('close', forget)
  // Before the field loses its focus, which would close the list under the finger.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = (target as Element).closest('li')
    if (option) choose([...list.children].indexOf(option))
  })

  async function ask() {
    asked = new AbortController()
    const query = new URLSearchParams({ q: field.value })
    const answer = await fetch(`${address}?${query}`, { signal: asked.signal, headers: { Accept: 'application/json' } })
      .then((sent) => (sent.ok && !sent.redirected ? (sent.json() as Promise<LinkTarget[]>) : null))
      .catch(() => null)
    // A newer letter was typed, or the line is down: an address can still be pasted.
    if (answer && document.activeElement === field) show(answer)
  }

  function show(answer: LinkTarget[]) {
    targets = answer
    list.replaceChildren(...answer.map(optionOf))
    list.hidden = answer.length === 0
    field.setAttribute('aria-expanded', String(!list.hidden))
    const { some = '', none = '' } = dialog.dataset
    status.textContent = list.hidden ? none : some.replace('{}', String(answer.length))
  }

  function walk(event: KeyboardEvent) {
    if (event.isComposing || list.hidden) return
    if (event.key === 'ArrowDown') move((active + 1) % targets.length)
    else if (event.key === 'ArrowUp') move((active < 1 ? targets.length : active) - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && active >= 0) choose(active)
    else return
    event.preventDefault()
  }

  function move(place: number) {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = place
    const option = list.children[active]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    field.setAttribute('aria-activedescendant', option?.id ?? '')
  }

  function choose(place: number) {
    const target = targets[place]
    if (!target) return
    field.value = target.path
    label.value ||= target.title
    field.dispatchEvent(new Event('input'))
    status.textContent = target.title
  }

  /** What was asked for an older text is no answer to this one. */
  function forget() {
    clearTimeout(timer)
    asked.abort()
    close()
  }

  function close() {
    active = -1
    list.hidden = true
    status.textContent = ''
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
  }
}

const areWords = (typed: string) => typed.trim().length >= shortest && !/^(?:[a-z]+:|[/#?])|@/i.test(typed.trim())

function optionOf({ title, note }: LinkTarget, place: number): HTMLElement {
  const option = document.createElement('li')
  option.id = `link-target-${place}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  const small = document.createElement('small')
  small.textContent = note
  option.append(title, ' ', small)
  return option
}
