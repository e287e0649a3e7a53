// The text doctor beside the article's fields. The form works without this file.
//
// It asks the address in the form's data-doctor, with the form's token and the texts of lead, body and title, and gets
// { told, findings: [{ field, group, start, end, found, proposed, sentence, write }] }: positions in the field's value,
// proposed and write null where only the author knows. Nothing is written but by the press of a button.

const form = document.querySelector('form[data-doctor]')
const panel = document.querySelector('[data-doctor-findings]')
const fieldNames = ['lead', 'body', 'title']
const pause = 800
/** Of one kind; more of it stand closed under their number, so that twenty spaces do not hide one wrong name. */
const mostOpen = 8
const mostQuoted = 90
const mostAround = 28

if (form && panel) begin(form, panel)

function begin(form, panel) {
  const list = panel.querySelector('.findings')
  const status = panel.querySelector('[role=status]')
  const takeBack = panel.querySelector('[data-take-back]')
  const fields = Object.fromEntries(fieldNames.map((name) => [name, form.elements[name]]))
  /** What the places of findings are places in. */
  let texts = typedTexts()
  let findings = []
  /** The last change the other way round, as long as nobody types over it. */
  let wayBack = []
  const chosen = new Map()
  let [drawn, lastStop] = ['', 0]
  let waiting
  let asked

  panel.hidden = false
  form.addEventListener('input', ({ target }) => {
    if (!fieldNames.includes(target.name)) return
    if (follow()) draw()
    clearTimeout(waiting)
    waiting = setTimeout(ask, pause)
  })
  form.addEventListener('keydown', (event) => {
    if (!event.altKey || event.key !== 'F9') return
    event.preventDefault()
    focusStop(lastStop)
  })
  takeBack.addEventListener('click', (event) => write(wayBack[0], event))
  void ask()

  function typedTexts() {
    return Object.fromEntries(fieldNames.map((name) => [name, fields[name].value]))
  }

  async function ask() {
    clearTimeout(waiting)
    asked?.abort()
    asked = new AbortController()
    const { signal } = asked
    const typed = typedTexts()
    const body = new URLSearchParams({ 'form-token': form.elements['form-token'].value, ...typed })
    const answer = await fetch(form.dataset.doctor, { method: 'POST', body, signal })
      .then((response) => (response.ok && !response.redirected ? response.json() : null))
      .catch(() => null)
    if (signal.aborted) return
    if (answer) {
      follow()
      findings = moved(answer.findings, typed, texts)
      draw()
    }
    const told = answer ? answer.told : panel.dataset.unreachable
    if (status.textContent !== told) status.textContent = told
  }

  /** Goes along with what was typed. True when something that was found has been typed over. */
  function follow() {
    const [before, now] = [findings.length, typedTexts()]
    findings = moved(findings, texts, now)
    wayBack = moved(wayBack, texts, now)
    texts = now
    takeBack.hidden = wayBack.length === 0
    return findings.length < before
  }

  /** Only where something looks different, so that no button goes away under a finger. Buttons know their finding by its place. */
  function draw() {
    const quotes = findings.map(({ field, start, end }) => quoteFrom(texts[field], start, end))
    const looks = JSON.stringify(findings.map(({ group, sentence, write }, at) => [group, sentence, write, quotes[at]]))
    if (looks === drawn) return
    drawn = looks
    const stop = stops().indexOf(document.activeElement)
    const groups = [...new Set(findings.map(({ group }) => group))]
    list.replaceChildren(...groups.map((group) => groupFor(group, quotes)))
    if (stop >= 0) focusStop(stop, { preventScroll: true })
  }

  function groupFor(name, quotes) {
    const places = findings.flatMap(({ group }, at) => (group === name ? [at] : []))
    const group = element('details')
    group.open = chosen.get(name) ?? places.length <= mostOpen
    const summary = element('summary', name)
    summary.append(element('span', String(places.length)))
    summary.addEventListener('click', () => chosen.set(name, !group.open))
    const items = element('ul')
    items.append(...places.map((at) => itemFor(at, quotes[at])))
    group.append(summary, items)
    return group
  }

  function itemFor(at, [before, found, after]) {
    const { sentence, write: act } = findings[at]
    const item = element('li')
    const why = element('p', sentence)
    why.id = `finding-${at}`
    const quote = element('p', before)
    quote.className = 'quote'
    quote.append(element('mark', found), after)
    const acts = element('div')
    acts.className = 'acts'
    acts.append(button(panel.dataset.show, why.id, (event) => show(findings[at], event)))
    if (act !== null) acts.append(button(act, why.id, (event) => write(findings[at], event)))
    item.append(why, quote, acts)
    return item
  }

  function stops() {
    return [...list.querySelectorAll('summary, details[open] button')]
  }

  /** The one at this place, or the last before it; where nothing is left, what takes the last change back. */
  function focusStop(place, how) {
    const stop = stops()
      .slice(0, place + 1)
      .at(-1)
    ;(stop ?? takeBack).focus(how)
  }

  function show(finding, { currentTarget }) {
    lastStop = Math.max(stops().indexOf(currentTarget), 0)
    if (!select(finding)) void ask()
  }

  /** False where something else stands by now, that came without typing. */
  function select({ field, start, end, found }) {
    const area = fields[field]
    if (area.value.slice(start, end) !== found) return false
    if (!showPlace(area, start, end)) return true
    // Browsers bring the caret of a field into view when the field gets the focus; never a selection, and not later.
    area.blur()
    area.setSelectionRange(start, start)
    area.focus()
    area.setSelectionRange(start, end)
    return true
  }

  /**
   * Types as a person would and stays in the field, so that the browser's own undo takes it back. Only a finger goes on in
   * the list: a keyboard on the screen would cover it.
   */
  function write(finding, event) {
    const { currentTarget, pointerType } = event
    const isBelow = list.getBoundingClientRect().top >= fields.body.getBoundingClientRect().bottom
    const stop = stops().indexOf(currentTarget)
    lastStop = stop < 0 ? lastStop : stop
    const work = () => {
      if (select(finding)) type(finding)
      if (pointerType !== 'touch') return
      fields[finding.field].blur()
      focusStop(lastStop, { preventScroll: true })
    }
    if (pointerType && isBelow) holding(list, work)
    else work()
    void ask()
  }

  function type(finding) {
    const { field, start, end, proposed, found } = finding
    const isWayBack = wayBack[0] === finding
    const area = fields[field]
    const isTyped = !area.hidden && document.execCommand(proposed === '' ? 'delete' : 'insertText', false, proposed)
    if (!isTyped) {
      area.setRangeText(proposed, start, end, 'end')
      area.dispatchEvent(new Event('input', { bubbles: true }))
      showPlace(area, start + proposed.length, start + proposed.length)
    }
    wayBack = isWayBack ? [] : [{ field, start, end: start + proposed.length, found: proposed, proposed: found }]
    takeBack.hidden = isWayBack
  }
}

/** With the places that they have in the texts of fields now; without those whose place was typed over. */
function moved(findings, before, now) {
  return fieldNames.reduce((all, name) => {
    const change = changeBetween(before[name], now[name])
    return change ? all.flatMap((one) => (one.field === name ? afterChange(one, change) : one)) : all
  }, findings)
}

/** The stretch of the text before that was typed over and how far what follows it has moved; null where nothing changed. */
function changeBetween(before, after) {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same, shift: after.length - before.length }
}

function afterChange(finding, { start, end, shift }) {
  if (finding.end <= start) return [finding]
  return finding.start >= end ? [{ ...finding, start: finding.start + shift, end: finding.end + shift }] : []
}

/** False where another view of the text stands over the field, and shows the place itself. */
function showPlace(area, start, end) {
  return area.dispatchEvent(new CustomEvent('show-place', { cancelable: true, detail: { start, end } }))
}

/** What was found and some words on either side of it in its line. */
function quoteFrom(text, start, end) {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const found = text.slice(start, end)
  const [after] = text.slice(end, end + mostAround + 1).split('\n')
  return [
    before.length > mostAround ? `…${before.slice(-mostAround).replace(/^\S*\s/, '')}` : before,
    found.length > mostQuoted ? `${found.slice(0, mostQuoted).replace(/\s\S*$/, '')}…` : found,
    after.length > mostAround ? `${after.slice(0, mostAround).replace(/\s\S*$/, '')}…` : after,
  ]
}

/** Does the work without moving the list from under the pointer. */
function holding(list, work) {
  const { top } = list.getBoundingClientRect()
  work()
  scrollBy({ top: list.getBoundingClientRect().top - top, behavior: 'instant' })
}

function button(label, describedBy, press) {
  const made = element('button', label)
  made.type = 'button'
  made.className = 'btn small'
  made.setAttribute('aria-describedby', describedBy)
  made.addEventListener('click', press)
  return made
}

function element(name, text = '') {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
