import { closeHistory } from '@tiptap/pm/history'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { found } from './desk.ts'
import type { Finding, Hit } from './find-hits.ts'

export type FindBarWish = {
  bar: HTMLElement
  view: EditorView
  read(): Finding
  tell(change: Transaction, wish: Partial<Finding>): Transaction
}

/** Above the text while somebody finds and replaces; closed, the caret stands at what was found. */
export function createFindBar({ bar, view, read, tell }: FindBarWish) {
  const query = found<HTMLInputElement>(bar, '[data-query]')
  const replacement = found<HTMLInputElement>(bar, '[data-replacement]')
  const exact = found<HTMLInputElement>(bar, '[data-exact]')
  const status = found(bar, '[role=status]')
  let wasOpen = false
  bar.hidden = true
  view.dom.before(bar)

  query.addEventListener('input', () => want({ query: query.value }))
  exact.addEventListener('input', () => want({ isExact: exact.checked }))
  bar.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const isFind = (event.ctrlKey || event.metaKey) && ['f', 'h'].includes(event.key.toLowerCase())
    if (event.key === 'Escape') close()
    else if (isFind) query.select()
    else if (event.key === 'Enter' && event.target === query) go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Enter' && event.target === replacement) replaceOne()
    else if (event.key === 'Enter' && event.target === exact) exact.click()
    else return
    event.preventDefault()
  })
  const acts: Record<string, () => void> = {
    next: () => go(1),
    previous: () => go(-1),
    one: replaceOne,
    all: replaceAll,
    close,
  }
  bar.addEventListener('click', ({ target }) => {
    acts[(target as Element).closest<HTMLElement>('[data-find]')?.dataset['find'] ?? '']?.()
  })

  function want(wish: Partial<Finding>) {
    view.dispatch(tell(view.state.tr, wish))
    showHit()
  }

  function go(step: 1 | -1) {
    const { hits, at } = read()
    if (hits.length > 0) want({ at: (at + step + hits.length) % hits.length })
  }

  function replaceOne() {
    const { hits, at } = read()
    const hit = hits[at]
    if (!hit) return
    const change = closeHistory(view.state.tr).insertText(replacement.value, hit.from, hit.to)
    const behind = TextSelection.near(change.doc.resolve(change.mapping.map(hit.to)))
    view.dispatch(change.setSelection(behind))
    showHit()
  }

  /** From the end, so that places before stay where they are; one step of undo. */
  function replaceAll() {
    const { hits } = read()
    if (hits.length === 0) return
    const change = closeHistory(view.state.tr)
    for (const { from, to } of hits.toReversed()) change.insertText(replacement.value, from, to)
    view.dispatch(change)
    status.textContent = (bar.dataset['replaced'] ?? '').replace('{}', String(hits.length))
  }

  function close() {
    const { hits, at } = read()
    view.dispatch(tell(selected(view.state.tr, hits[at]), { isOpen: false }))
    view.focus()
  }

  function showHit() {
    view.dom.querySelector('.hit.here')?.scrollIntoView({ block: 'center' })
  }

  function update() {
    const { isOpen, query: wanted, hits, at } = read()
    bar.hidden = !isOpen
    if (query.value !== wanted) query.value = wanted
    const { count = '', none = '' } = bar.dataset
    const place = count.replace('{at}', String(at + 1)).replace('{all}', String(hits.length))
    const said = wanted === '' ? '' : hits.length === 0 ? none : place
    if (status.textContent !== said) status.textContent = said
    if (isOpen && !wasOpen) {
      query.focus()
      query.select()
    }
    wasOpen = isOpen
  }

  return { update, destroy: () => bar.remove() }
}

const selected = (change: Transaction, hit: Hit | undefined): Transaction =>
  hit ? change.setSelection(TextSelection.create(change.doc, hit.from, hit.to)) : change
