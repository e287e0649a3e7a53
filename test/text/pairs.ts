import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Pairs = {
  normalise: { in: string; out: string }[]
  legacyEncoding: { in: string; encoding: 'TCVN3' | 'VNI' | null; out: string | null }[]
  search: { text: string; query: string; match: boolean }[]
  rank: { query: string; texts: string[]; first: string; all: boolean; why: string }[]
  toneKey: { a: string; b: string; same: boolean }[]
  slug: { in: string; out: string; max?: number }[]
  order: { in: string[]; out: string[] }[]
  fileName: { in: string; out: string; original?: string }[]
  date: { instant: string; long?: string; short: string; withTime?: string }[]
  parseDate: { in: string; out: string | null }[]
  weekday: { in: string; warning: string }[]
  phone: { in: string; href: string }[]
  number: { in: number; out: string }[]
}

/** What Vietnamese text must do, as pairs that were measured or read in public sources; its own file says which. */
export const pairs: Pairs = JSON.parse(readFileSync(join(import.meta.dirname, 'vietnamese.json'), 'utf8'))
