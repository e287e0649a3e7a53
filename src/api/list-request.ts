import { instantOf } from '../text/dates.ts'
import type { documentParameters, listParameters } from './paths.ts'
import { Problem } from './problem.ts'
import type { ApiWords } from './words.ts'

export const mostItems = 100
export const usualItems = 30

/** Which part of a list is wanted; `after` is the number of the last item that the program has. */
export type Part = { after: number | null; limit: number }

export type ListRequest = Part & {
  /** Path of a category without its first stroke. */
  category: string | null
  /** The last step in the address of its page. */
  tag: string | null
  /** ISO 8601 UTC. */
  since: string | null
}

type Query = Readonly<Record<string, unknown>>
type Reading = { timeZone: string; words: ApiWords }

const isSlug = (text: string) => /^[a-z0-9-]{1,200}$/.test(text)
const isPath = (text: string) => text.length <= 1_000 && text.split('/').every(isSlug)

export function readListRequest(query: Query, { timeZone, words }: Reading): ListRequest {
  const { category, tag, since } = readKnown(query, ['after', 'limit', 'category', 'tag', 'since'], words)
  if (category && tag) throw new Problem(400, words.oneFilter)
  return {
    ...readPart(query, words),
    category: category === null || isPath(category) ? category : wrong('category', words),
    tag: tag === null || isSlug(tag) ? tag : wrong('tag', words),
    since: since === null ? null : (instantIn(since, timeZone) ?? wrong('since', words)),
  }
}

export function readDocumentsRequest(query: Query, words: ApiWords): Part {
  readKnown(query, ['after', 'limit'], words)
  return readPart(query, words)
}

function readPart(query: Query, words: ApiWords): Part {
  const { after, limit } = query
  return {
    after: after === undefined ? null : (numberIn(after) ?? wrong('after', words)),
    limit: limit === undefined ? usualItems : (numberIn(limit, mostItems) ?? wrong('limit', words)),
  }
}

type Name = (typeof listParameters)[number] | (typeof documentParameters)[number]

/** A misspelt filter would otherwise give everything, and nobody would notice. */
function readKnown(query: Query, names: readonly Name[], words: ApiWords): Record<Name, string | null> {
  const unknown = Object.keys(query).find((name) => !names.includes(name as Name))
  if (unknown !== undefined) throw new Problem(400, words.unknownParameter(unknown.slice(0, 50)))
  const read = (name: Name) => {
    const value = query[name]
    return value === undefined ? null : typeof value === 'string' && value !== '' ? value : wrong(name, words)
  }
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, string | null>
}

const wrong = (name: Name, words: ApiWords): never => {
  throw new Problem(400, words.wrongParameters[name])
}

function numberIn(text: unknown, most = 999_999_999): number | null {
  const number = typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
  return number !== null && number <= most ? number : null
}

/** A day, as the portal counts days, or a moment with its zone. */
function instantIn(text: string, timeZone: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return instantOf(`${text}T00:00`, timeZone)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(text)) return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}
