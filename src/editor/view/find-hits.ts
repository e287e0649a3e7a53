import type { Node } from '@tiptap/pm/model'
import { fold } from '../../text/fold.ts'

export type Hit = { from: number; to: number }
export type Wanted = { query: string; isExact: boolean }
/** What the bar shows: `at` is the place among the hits. */
export type Finding = Wanted & { isOpen: boolean; hits: Hit[]; at: number }

/** Where the words stand. Typed without diacritics they are found with and without; exactly, letter by letter. */
export function findHits(document: Node, { query, isExact }: Wanted): Hit[] {
  const keyOf = isExact ? asItIs : isPlain(query) ? fold : lower
  const wanted = keyed(query, keyOf).text
  const hits: Hit[] = []
  if (wanted === '') return hits
  document.descendants((block, place) => {
    if (!block.isTextblock) return true
    const { text, starts } = keyed(block.textBetween(0, block.content.size, '', '\ufffc'), keyOf)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const to = starts[at + wanted.length] ?? 0
      hits.push({ from: place + 1 + (starts[at] ?? 0), to: place + 1 + to })
    }
    return false
  })
  return hits
}

type KeyOf = (letter: string) => string
const asItIs: KeyOf = (letter) => letter
const lower: KeyOf = (letter) => letter.toLowerCase()
const isPlain = (query: string) => fold(query) === query.toLowerCase()

/** The keys of all letters in a row, with the way back; unlike `foldWithMap` for letters in pieces too, which keep their places. */
function keyed(text: string, keyOf: KeyOf): { text: string; starts: number[] } {
  const starts: number[] = []
  let [keys, place] = ['', 0]
  for (const letter of text) {
    const key = keyOf(letter)
    for (let unit = 0; unit < key.length; unit++) starts.push(place)
    keys += key
    place += letter.length
  }
  return { text: keys, starts: [...starts, place] }
}
