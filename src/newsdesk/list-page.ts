import {
  type DeskRow,
  type DeskState,
  type DeskTab,
  deskState,
  deskTabs,
  hasUnpublishedChanges,
  type TabCounts,
} from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import { type Choice, type Field, field } from '../site/forms.ts'
import { type Pages, pageAddress, paginate } from '../site/pagination.ts'
import { dateWithTime, zonedIso } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import { shapeOf } from './gate-page.ts'
import { articlePath, articlesPath, newArticlePath } from './paths.ts'
import type { DeskWords } from './wording.ts'

export const articlesPerPage = 20

export type ListPage = {
  title: string
  words: DeskWords
  path: string
  newPath: string
  wordFilesPath: string
  tabs: { name: string; count: string; address: string; isHere: boolean; isAlarming: boolean }[]
  tab: string
  filters: Field[]
  rows: ListRow[]
  pages: Pages
}

export type ListRow = {
  title: string
  path: string
  category: string
  state: { name: string; label: string; note: string | null; isUnreviewed: boolean }
  writer: string
  changed: { at: string; moment: string; by: string }
}

export type ListQuery = { tab: DeskTab | null; typed: string; categoryId: number | null; here: number }

type ListPageParts = {
  rows: DeskRow[]
  counts: TabCounts
  query: ListQuery
  wordFilesPath: string
  tree: CategoryTree
  now: string
  timeZone: string
  words: DeskWords
}

export function listPage(parts: ListPageParts): ListPage {
  const { rows, query, words } = parts
  return {
    title: words.listTitle,
    words,
    path: articlesPath,
    newPath: newArticlePath,
    wordFilesPath: parts.wordFilesPath,
    tabs: tabs(parts),
    tab: query.tab ?? '',
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
  counts[query.tab ?? 'all']

/** Lists that are mostly empty stand there only when they are not. */
const shyTabs: readonly DeskTab[] = ['returned', 'reviewed', 'expired', 'unreviewed']

function tabs({ counts, query, words }: ListPageParts): ListPage['tabs'] {
  const tab = (name: string, here: DeskTab | null) => ({
    name,
    count: formatNumber(counts[here ?? 'all']),
    address: listAddress({ ...query, tab: here }, 1),
    isHere: query.tab === here,
    isAlarming: here === 'unreviewed',
  })
  // What somebody must look at stands in sight, however many lists there are.
  const inOrder: DeskTab[] = ['unreviewed', ...deskTabs.filter((one) => one !== 'unreviewed')]
  const shown = inOrder.filter((one) => !shyTabs.includes(one) || counts[one] > 0 || query.tab === one)
  return [tab(words.all, null), ...shown.map((one) => tab(words.tabs[one], one))]
}

function listFilters({ query, tree, words }: ListPageParts): Field[] {
  return [
    field({ name: 'q', label: words.findArticles, value: query.typed, control: 'search' }, []),
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
      name: shapeOf(state),
      label: words.tabs[state],
      note: stateNote(row, state, timeZone, words),
      isUnreviewed: row.unreviewedSince !== null,
    },
    writer: row.author || row.writtenBy,
    changed: {
      at: dateWithTime(row.changedAt, timeZone),
      moment: zonedIso(row.changedAt, timeZone),
      by: row.changedByName && words.by(row.changedByName),
    },
  }
}

function stateNote(row: DeskRow, state: DeskState, timeZone: string, words: DeskWords): string | null {
  if (state === 'scheduled' && row.publishedAt) return words.goesLive(dateWithTime(row.publishedAt, timeZone))
  if (hasUnpublishedChanges(row))
    return row.stage === 'draft' ? words.changesWait : words.changeStands(words.tabs[row.stage])
  return state === 'live' && row.publishedAt ? dateWithTime(row.publishedAt, timeZone) : null
}

function listAddress({ tab, typed, categoryId }: ListQuery, page: number): string {
  return pageAddress(articlesPath, { 'trang-thai': tab ?? '', q: typed, 'chuyen-muc': String(categoryId ?? '') }, page)
}
