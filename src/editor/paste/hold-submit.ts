import type { EditorView } from '@tiptap/pm/view'
import type { PasteLine } from './paste-line.ts'
import { pendingIn } from './settle-pictures.ts'

const lookMs = 200

/**
 * A form sent while a picture is on its way would be saved without it: it is sent when the picture has arrived. Who presses again
 * does not want to wait. Gives what ends it.
 */
export function holdSubmit(view: EditorView, line: PasteLine): () => void {
  let held: { submitter: HTMLElement | null } | null = null
  let timer = 0
  const isWaiting = () => pendingIn(view.state.doc).length > 0

  // On the window, since whoever listens to the form takes the text out of the editor.
  window.addEventListener('submit', hold, { capture: true })
  return () => {
    clearInterval(timer)
    window.removeEventListener('submit', hold, { capture: true })
  }

  function hold(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    const isPreview = event.submitter?.getAttribute('formtarget') === '_blank'
    if (!form.contains(view.dom) || isPreview || !isWaiting()) return
    if (held !== null) return clearInterval(timer)
    event.preventDefault()
    event.stopImmediatePropagation()
    held = { submitter: event.submitter }
    line.add(line.words.holding)
    timer = window.setInterval(() => !isWaiting() && send(form), lookMs)
  }

  function send(form: HTMLFormElement) {
    clearInterval(timer)
    const submitter = held?.submitter ?? null
    held = null
    form.requestSubmit(submitter)
  }
}
