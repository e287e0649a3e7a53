import { linesOf } from './lines.ts'
import type { Stretch } from './prose.ts'

const tag = /<(\/?)(div|span)(?![a-z])([^<>\n]*)>/giu
const language = /(?:^|\s)lang\s*=\s*["']?([a-z]+)/iu

/** What stands between `<span lang="jra">` or `<div lang="en">` and its end, line by line: not ours to correct. */
export function foreignPassages(text: string): Stretch[] {
  const open: { name: string; from: number; isForeign: boolean }[] = []
  return [...text.matchAll(tag)].flatMap(({ 0: whole, 1: slash, 2: name = '', 3: attributes = '', index }) => {
    if (!slash) {
      open.push({ name: name.toLowerCase(), from: index + whole.length, isForeign: isForeign(attributes) })
      return []
    }
    if (open.at(-1)?.name !== name.toLowerCase()) return []
    const passage = open.pop()
    return passage?.isForeign ? linesBetween(text, passage.from, index) : []
  })
}

const isForeign = (attributes: string) => {
  const [, found] = language.exec(attributes) ?? []
  return found !== undefined && found.toLowerCase() !== 'vi'
}

const linesBetween = (text: string, from: number, to: number): Stretch[] =>
  linesOf(text.slice(from, to)).map(({ start, end }) => ({ start: from + start, end: from + end }))
