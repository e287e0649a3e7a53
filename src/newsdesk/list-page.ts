import type { CategoryTree } from '../categories/index.ts'
import { type Choice, type Field, field } from '../site/forms.ts'
import { type Pages, pageAddress, paginate } from '../site/pagination.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { type DeskState, deskState, deskStates, hasUnpublishedChanges } from './desk-article.ts'
import type { DeskRow } from './desk-article-store.ts'
import { articlePath, articlesPath, newArticlePath } from './paths.ts'
import type { NewsdeskWords } from './words.ts'

export const articlesPerPage = 20

export type ListPage = {
  title: string
  words: NewsdeskWords
  path: string
  newPath: string
  tabs: { name: string; count: string; address: string; isHere: boolean }[]
  state: string
  filters: Field[]
  rows: ListRow[]
  pages: Pages
}

export type ListRow = {
  title: string
  path: string
  category: string
  state: { name: string; label: string; note: string | null }
  writer: string
  changed: { at: string; moment: string; by: string }
}

export type ListQuery = { state: DeskState | null; title: string; categoryId: number | null; here: number }

type ListPageParts = {
  rows: DeskRow[]
  counts: Record<DeskState, number>
  query: ListQuery
  tree: CategoryTree
  now: string
  timeZone: string
  words: NewsdeskWords
}

export function listPage(parts: ListPageParts): ListPage {
  const { rows, query, words } = parts
  return {
    title: words.listTitle,
    words,
    path: articlesPath,
    newPath: newArticlePath,
    tabs: tabs(parts),
    state: query.state ?? '',
    filters: listFilters(parts),
    rows: rows.map((row) => listRow(row, parts)),
    pages: paginate({
      here: query.here,
      perPage: articlesPerPage,
      total: totalOf(parts),
      address: (page) => listAddress(query, page),
      range: (from, to, total) => words.range(from, to, formatNumber(total)),
    }),
  }
}

export const totalOf = ({ counts, query }: Pick<ListPageParts, 'counts' | 'query'>): number =>
  query.state
    ? counts[query.state]
    : deskStates.filter((state) => state !== 'trash').reduce((sum, state) => sum + counts[state], 0)

function tabs({ counts, query, words }: ListPageParts): ListPage['tabs'] {
  const tab = (state: DeskState | null, name: string) => ({
    name,
    count: formatNumber(totalOf({ counts, query: { ...query, state } })),
    address: listAddress({ ...query, state }, 1),
    isHere: query.state === state,
  })
  return [tab(null, words.all), ...deskStates.map((state) => tab(state, words.states[state]))]
}

function listFilters({ query, tree, words }: ListPageParts): Field[] {
  return [
    field({ name: 'q', label: words.titleWords, value: query.title, control: 'search' }, []),
    field(
      {
        name: 'chuyen-muc',
        label: words.category,
        value: String(query.categoryId ?? ''),
        control: 'select',
        choices: [{ value: '', name: words.anyCategory }, ...categoryChoices(tree)],
      },
      [],
    ),
  ]
}

/** The tree as a flat list for a `<select>`. Depth is shown by spaces, since typing the first letters of a name finds it past them. */
export const categoryChoices = (tree: CategoryTree): Choice[] =>
  tree.all.map(({ id, name, depth }) => ({ value: String(id), name: `${'\u00a0\u00a0\u00a0'.repeat(depth)}${name}` }))

function listRow(row: DeskRow, { tree, now, timeZone, words }: ListPageParts): ListRow {
  const state = deskState(row, now)
  return {
    title: row.title,
    path: articlePath(row.id),
    category: tree.find(row.categoryId)?.name ?? words.noCategory,
    state: {
      name: state === 'trash' ? 'draft' : state,
      label: words.states[state],
      note: stateNote(row, state, timeZone, words),
    },
    writer: row.author || row.writtenBy,
    changed: {
      at: dateWithTime(row.changedAt, timeZone),
      moment: zonedIso(row.changedAt, timeZone),
      by: row.changedByName && words.by(row.changedByName),
    },
  }
}

function stateNote(row: DeskRow, state: DeskState, timeZone: string, words: NewsdeskWords): string | null {
  if (state === 'scheduled' && row.publishedAt) return words.goesLive(dateWithTime(row.publishedAt, timeZone))
  if (state === 'live' && hasUnpublishedChanges(row)) return words.changesWait
  return state === 'live' && row.publishedAt ? dateWithTime(row.publishedAt, timeZone) : null
}

function listAddress({ state, title, categoryId }: ListQuery, page: number): string {
  return pageAddress(
    articlesPath,
    { 'trang-thai': state ?? '', q: title, 'chuyen-muc': String(categoryId ?? '') },
    page,
  )
}
