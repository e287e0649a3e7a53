// Keeps what is typed while it is typed: on the server, and in this browser while the server cannot be reached. The form
// works without this file.
//
// Three seconds after the last key, and when a field is left, the form goes to data-autosave. What stands there is told in
// data-autosave-status; what hinders it, in `.trouble`, from the templates of the page. While everything that was typed lies
// on the server the form has data-kept, which `editor.js` asks before it warns of leaving.

import { createLine } from './autosave-line.js'
import { createOffers, timeText } from './offer-copies.js'
import { fill, typedFields, typedText } from './typed-form.js'
import { createCopies } from './unsent-copies.js'

const part = document.querySelector('[data-autosave]')
const form = document.querySelector('form[data-editor]')
const pauseMs = 3_000
const slowMs = 600
const [firstRetryMs, longestRetryMs] = [5_000, 120_000]
/** Kept on the server, though in one case nothing more will be. */
const safe = ['kept', 'nothing-new', 'newer-version']
/** She has to decide something first. */
const pausing = ['newer-version', 'other-window']
/** What ends without her doing anything here. */
const passing = ['down', 'signed-out', 'other-person']

if (part && form) begin(part, form)

function begin(part, form) {
  const line = createLine(part)
  const copies = createCopies(part.dataset.staff)
  const offers = createOffers({ part, form, copies, restore })
  const status = document.querySelector('[data-autosave-status]')
  const windowKey = newKey()
  const isPending = 'pending' in part.dataset
  let seen = part.dataset.seen
  let kept = isPending ? null : typedText(form)
  let isTouched = isPending
  let [isHolding, isGoing] = [false, false]
  let last = { kind: 'kept' }
  let downSince = null
  let retryMs = firstRetryMs
  let [soon, later, running, isAskedAgain] = [null, null, null, false]
  let lastField = form.elements.title

  form.addEventListener('input', follow)
  form.addEventListener('change', follow)
  form.addEventListener('focusin', ({ target }) => {
    lastField = target
  })
  form.addEventListener('focusout', () => isTouched && keep())
  form.addEventListener('submit', (event) => void holdUntilKept(event), { capture: true })
  part.addEventListener('submit', (event) => void dropKept(event))
  part.addEventListener('click', ({ target }) => acts[target.dataset.act]?.())
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : comeBack()))
  addEventListener('pagehide', leave)
  addEventListener('focus', comeBack)
  addEventListener('online', comeBack)
  addEventListener('pageshow', () => {
    isGoing = false
  })
  const acts = { retry: () => void send(), 'take-over': takeOver }
  offers.offerAll(slot(), !part.dataset.article && !isPending)
  if (isPending) soon = setTimeout(keep, pauseMs)
  else markKept()

  function follow() {
    isTouched = true
    delete form.dataset.kept
    clearTimeout(soon)
    soon = setTimeout(keep, pauseMs)
  }

  function keep() {
    if (typedText(form) === kept) markKept()
    else if (pausing.includes(last.kind)) keepCopy()
    else void send()
  }

  function markKept() {
    form.dataset.kept = ''
  }

  /** One request at a time: what is asked for meanwhile goes with the next. Gives how it ended. */
  function send() {
    clearTimeout(soon)
    clearTimeout(later)
    isAskedAgain = true
    running ??= sendInTurn().finally(() => {
      running = null
    })
    return running
  }

  async function sendInTurn() {
    do {
      isAskedAgain = false
      await sendOnce()
    } while (isAskedAgain && typedText(form) !== kept)
    return last
  }

  async function sendOnce() {
    const text = typedText(form)
    const slow = setTimeout(() => say(part.dataset.saving), slowMs)
    const answer = await line.send(`${text}&${new URLSearchParams({ windowKey, seenAutosave: seen })}`)
    clearTimeout(slow)
    last = answer
    downSince = answer.kind === 'down' ? (downSince ?? Date.now()) : null
    if (safe.includes(answer.kind)) settle(answer, text)
    else complain(answer)
    if (answer.kind !== 'down') retryMs = firstRetryMs
    else {
      later = setTimeout(send, retryMs)
      retryMs = Math.min(retryMs * 2, longestRetryMs)
    }
  }

  function settle(answer, text) {
    ;[kept, seen] = [text, answer.at]
    copies.drop(slot(), windowKey)
    if (typedText(form) === kept) markKept()
    if (pausing.includes(answer.kind)) return complain(answer)
    const trouble = part.querySelector('.trouble')
    if (trouble.contains(document.activeElement)) lastField.focus()
    trouble.replaceChildren()
    say(answer.sentence)
  }

  function complain({ kind, sentence }) {
    const isCopied = typedText(form) === kept || keepCopy()
    const name = kind === 'down' && !isCopied ? 'down-unkept' : kind
    const template =
      part.querySelector(`template[data-trouble="${name}"]`) ?? part.querySelector('[data-trouble=refused]')
    const notice = template.content.cloneNode(true)
    const text = notice.querySelector('p')
    text.textContent =
      sentence ?? text.textContent.replace('{time}', timeText(downSince ?? Date.now(), part.dataset.timeZone))
    say('')
    // Only what is new is put there, or it would be read aloud at every try.
    const trouble = part.querySelector('.trouble')
    if (trouble.querySelector('p')?.textContent !== text.textContent) trouble.replaceChildren(notice)
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text
  }

  /**
   * Before a form goes away with its page, what it says is kept: a session that ended, or a line that is down, is found out
   * while the text still stands here.
   */
  async function holdUntilKept(event) {
    const { submitter } = event
    if (submitter?.formTarget === '_blank') return
    if (isGoing || !isTouched) {
      isGoing = true
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    if (isHolding) return
    isHolding = true
    const answer = await sendBeforeSaving()
    isHolding = false
    if (passing.includes(answer.kind)) return part.querySelector('.trouble [role=alert]')?.focus()
    isGoing = true
    form.requestSubmit(submitter)
  }

  /** Saving is a choice between windows, too. */
  async function sendBeforeSaving() {
    let answer = await send()
    if (answer.kind === 'other-window') {
      seen = answer.at
      answer = await send()
    }
    return answer
  }

  function leave() {
    if (isGoing || !isTouched || typedText(form) === kept) return
    keepCopy()
    if (!pausing.includes(last.kind)) void send()
  }

  function comeBack() {
    if (passing.includes(last.kind)) void send()
  }

  function takeOver() {
    seen = last.at
    void send()
  }

  /** In place, so that what was typed meanwhile stays. */
  async function dropKept(event) {
    event.preventDefault()
    const dropped = event.target
    const answer = await line.post(dropped.action, typedText(dropped))
    if (passing.includes(answer.kind)) return complain(answer)
    if (answer.kind !== 'dropped') return dropped.submit()
    const notice = dropped.closest('.unsaved')
    dropped.closest('[data-found]').remove()
    if (!notice.querySelector('[data-found]')) notice.remove()
    lastField.focus()
    if (last.kind !== 'other-window') return
    last = { kind: 'kept' }
    keep()
  }

  /** New articles are told apart by the key of their form. */
  function slot() {
    const { article } = part.dataset
    return article ? `article-${article}` : `form-${form.elements.formKey.value}`
  }

  function keepCopy() {
    return copies.keep(slot(), present(windowKey))
  }

  const present = (key) => ({ at: Date.now(), fields: typedFields(form), windowKey: key })

  /** What stands in the page gives way and is offered in its turn. */
  function restore({ fields, windowKey: from }) {
    if (isTouched) {
      const copy = present(newKey())
      copies.keep(slot(), copy)
      offers.offer({ ...copy, slot: slot() })
    }
    fill(form, fields)
    ;[seen, kept, isTouched] = [from, null, true]
    last = { kind: 'kept' }
    keepCopy()
    lastField.focus()
    void send()
  }
}

/** Also where the page did not come by TLS, as in an office's own network. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
