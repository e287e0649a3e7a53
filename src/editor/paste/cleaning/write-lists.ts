import type { Item } from './part.ts'
import { writeInline } from './write-inline.ts'

type Entry = { item: Item; below: Item[] }

/** Items that follow each other as lists in lists. Numbers that do not follow each other begin a list of their own. */
export function writeLists(items: Item[]): string {
  return listsOf(entriesOf(items)).map(writeList).join('\n')
}

/** Each item with the deeper ones below it. */
function entriesOf(items: Item[]): Entry[] {
  const entries: Entry[] = []
  for (const item of items) {
    const last = entries.at(-1)
    if (last && item.depth > last.item.depth) last.below.push(item)
    else entries.push({ item, below: [] })
  }
  return entries
}

function listsOf(entries: Entry[]): Entry[][] {
  const lists: Entry[][] = []
  for (const entry of entries) {
    const last = lists.at(-1)
    if (last && goesOn(last.at(-1)?.item.number ?? null, entry.item.number)) last.push(entry)
    else lists.push([entry])
  }
  return lists
}

const goesOn = (above: number | null, below: number | null) =>
  above === null || below === null ? above === below : below === above + 1

function writeList(entries: Entry[]): string {
  const items = entries.map(({ item, below }) => {
    const lists = below.length > 0 ? `\n${writeLists(below)}\n` : ''
    return `<li>${writeInline(item.pieces)}${lists}</li>`
  })
  const first = entries[0]?.item.number ?? null
  const tag = first === null ? 'ul' : 'ol'
  return `<${tag}${first === null || first === 1 ? '' : ` start="${first}"`}>\n${items.join('\n')}\n</${tag}>`
}
