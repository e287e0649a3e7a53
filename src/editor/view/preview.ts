import type { Desk } from '../feature.ts'
import { found } from './desk.ts'
import type { SourceTool } from './source-tools.ts'

const pauseMs = 500
const wideEnough = '(min-width: 75rem)'

export type Preview = SourceTool & {
  /** The text as it looks needs no preview beside it. */
  allow(isAllowed: boolean): void
}

/** Beside the source, made by the same renderer as the page. */
export function createPreview({ form, field, toolbar }: Desk): Preview {
  const preview = found(form, '.live-preview')
  const sheet = found(preview, '.sheet')
  const button = found(toolbar, '[data-tool=preview]')
  let isWanted = matchMedia(wideEnough).matches
  let isAllowed = true
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined

  field.addEventListener('input', () => {
    if (preview.hidden) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void draw(), pauseMs)
  })

  function show() {
    preview.hidden = !(isWanted && isAllowed)
    button.setAttribute('aria-pressed', String(!preview.hidden))
    form.toggleAttribute('data-previewing', !preview.hidden)
    if (!preview.hidden) void draw()
  }

  async function draw() {
    asked?.abort()
    asked = new AbortController()
    const { signal } = asked
    const token = (form.elements.namedItem('form-token') as HTMLInputElement).value
    const body = new URLSearchParams({ 'form-token': token, body: field.value })
    const answer = await fetch(form.dataset['preview'] ?? '', { method: 'POST', body, signal }).catch(() => null)
    if (answer?.ok && !answer.redirected) sheet.innerHTML = await answer.text()
  }

  return {
    run: () => {
      isWanted = !isWanted
      show()
    },
    allow: (allowed) => {
      isAllowed = allowed
      show()
    },
  }
}
