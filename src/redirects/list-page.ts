import type { Notice } from '../site/forms.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { prefilledPath } from './address-page.ts'
import { addressesPath, addressPath, afterParameter, exportPath, newAddressPath, wordsParameter } from './paths.ts'
import { type RedirectTabs, redirectTabs } from './tabs-part.ts'
import type { RedirectWords } from './words.ts'

export type ListPage = {
  title: string
  words: RedirectWords
  tabs: RedirectTabs
  notice: Notice
  path: string
  addPath: string
  /** Null while there is nothing to export. */
  exportPath: string | null
  asked: string
  tried: { typed: string; said: Said | null }
  rows: ListRow[]
  nothing: { title: string; help: string } | null
  first: string | null
  next: { path: string; name: string } | null
}

/** What became of an address that somebody tried out. */
export type Trial = { kind: 'redirect' | 'page'; path: string } | { kind: 'nothing' | 'unreadable'; path: null }
type Said = { kind: 'ok' | 'warn'; text: string; link: { path: string; name: string } | null }

type ListRow = { path: string; old: string; target: Shown; at: { text: string; machine: string } }

/** Where an entry leads, as staff read it. `path` is null while readers cannot have it. */
export type Shown = { name: string; path: string | null }

export type ListParts = {
  entries: readonly { id: number; oldAddress: string; changedAt: string; shown: Shown }[]
  lastKey: string | null
  after: string
  asked: string
  tried: string
  trial: Trial | null
  notice: Notice
  hasAny: boolean
  timeZone: string
  words: RedirectWords
}

export function listPage(parts: ListParts): ListPage {
  const { entries, lastKey, after, asked, words, timeZone, hasAny } = parts
  return {
    title: words.title,
    words,
    tabs: redirectTabs(addressesPath, words),
    notice: parts.notice,
    path: addressesPath,
    addPath: newAddressPath,
    exportPath: hasAny ? exportPath : null,
    asked,
    tried: { typed: parts.tried, said: parts.trial && saidOf(parts.trial, parts.tried, words) },
    rows: entries.map(({ id, oldAddress, changedAt, shown }) => ({
      path: addressPath(id),
      old: readable(oldAddress),
      target: shown,
      at: { text: dateWithTime(changedAt, timeZone), machine: zonedIso(changedAt, timeZone) },
    })),
    nothing: entries.length > 0 ? null : nothingOf(hasAny, words),
    first: after === '' ? null : listAddress(asked, ''),
    next:
      lastKey === null ? null : { path: listAddress(asked, lastKey), name: asked === '' ? words.next : words.searchOn },
  }
}

const nothingOf = (hasAny: boolean, words: RedirectWords) =>
  hasAny
    ? { title: words.nothingFound, help: words.nothingFoundHelp }
    : { title: words.nothing, help: words.nothingHelp }

function saidOf(trial: Trial, typed: string, words: RedirectWords): Said {
  if (trial.kind === 'unreadable') return { kind: 'warn', text: words.notAnAddress, link: null }
  if (trial.path === null)
    return { kind: 'warn', text: words.leadsNowhere, link: { path: prefilledPath(typed), name: words.addThis } }
  const text = trial.kind === 'page' ? words.isPage : words.leadsTo
  return { kind: 'ok', text, link: { path: trial.path, name: trial.path } }
}

function listAddress(asked: string, after: string): string {
  const wanted = Object.entries({ [wordsParameter]: asked, [afterParameter]: after }).filter(
    ([, value]) => value !== '',
  )
  return wanted.length === 0 ? addressesPath : `${addressesPath}?${new URLSearchParams(wanted)}`
}

/** With its letters instead of their codes, as far as they can be read. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
