import { addressFromText, isKey, keyOf, type LegacyAddress } from './legacy-address.ts'
import type { OwnPages } from './own-pages.ts'
import { isSameTarget, readTarget, type Target } from './target.ts'

/** One line of a file, or of the form: what somebody wrote. */
export type Line = { number: number; old: string; target: string; isWhole: boolean }

export const outcomes = [
  'new',
  'same',
  'replaced',
  'unknown-target',
  'outside',
  'loop',
  'real-page',
  'bad-old',
  'bad-target',
  'bad-line',
] as const
export type Outcome = (typeof outcomes)[number]

export type Judgement = {
  line: Line
  outcome: Outcome
  address: LegacyAddress | null
  target: Target | null
  /** Of an unknown target: the old address that a later line may bring. */
  waitsFor: string | null
}

/** What judging asks about; a trial answers with what it would have kept by now. */
export type Ground = {
  siteUrl: string
  pages: OwnPages
  listTargets(keys: readonly string[]): Promise<Map<string, Target>>
  listArticles(ids: readonly number[]): Promise<Set<number>>
  listCategories(paths: readonly string[]): Promise<Map<string, number>>
}

/** Those that become entries. */
export const isKept = ({ outcome }: Pick<Judgement, 'outcome'>): boolean => outcome === 'new' || outcome === 'replaced'

type Draft = { line: Line; address: LegacyAddress | null; target: Target | null; flaw: Outcome | null }
type Known = { articles: Set<number>; categories: Map<string, number>; targets: Map<string, Target> }

/** In order, so that a later line of the same batch follows the earlier ones. Asks a few questions for all lines together. */
export async function judgeLines(lines: readonly Line[], ground: Ground): Promise<Judgement[]> {
  const drafts = lines.map((line) => draftOf(line, ground.siteUrl))
  const known = await readKnown(drafts, ground)
  return drafts.map((draft) => {
    const judgement = judge(draft, known, ground)
    if (isKept(judgement) && judgement.address && judgement.target)
      known.targets.set(keyOf(judgement.address), judgement.target)
    return judgement
  })
}

function draftOf(line: Line, siteUrl: string): Draft {
  if (!line.isWhole) return { line, address: null, target: null, flaw: 'bad-line' }
  const address = addressFromText(line.old)
  if (!address || !isKey(keyOf(address))) return { line, address: null, target: null, flaw: 'bad-old' }
  const target = readTarget(line.target, siteUrl)
  if (typeof target === 'string')
    return { line, address, target: null, flaw: target === 'outside' ? 'outside' : 'bad-target' }
  return { line, address, target, flaw: null }
}

async function readKnown(drafts: readonly Draft[], ground: Ground): Promise<Known> {
  const sound = drafts.filter(({ flaw }) => flaw === null)
  const targets = sound.flatMap(({ target }) => target ?? [])
  const addresses = sound.flatMap(({ address }) => address ?? [])
  const targetAddresses = targets.flatMap((target) => addressOf(target) ?? [])
  const articleIds = [...targets.flatMap((target) => (target.kind === 'article' ? target.id : []))]
  const oldArticles = addresses.flatMap(({ path }) => articleIdOf(path) ?? [])
  return {
    articles: await ground.listArticles([...new Set([...articleIds, ...oldArticles])]),
    categories: await ground.listCategories([...new Set([...targetAddresses, ...addresses].map(({ path }) => path))]),
    targets: await ground.listTargets([...new Set([...targetAddresses, ...addresses].map(keyOf))]),
  }
}

function judge({ line, address, target: typed, flaw }: Draft, known: Known, ground: Ground): Judgement {
  const refused = (outcome: Outcome, waitsFor: string | null = null) => ({
    line,
    outcome,
    address,
    target: null,
    waitsFor,
  })
  if (flaw !== null || !address || !typed) return refused(flaw ?? 'bad-line')
  if (isRealPage(address, known, ground)) return refused('real-page')
  const end = endOf(typed, address, known, ground)
  if (end.flaw !== null) return refused(end.flaw, end.waitsFor)
  const present = known.targets.get(keyOf(address))
  const outcome = !present ? 'new' : isSameTarget(present, end.target) ? 'same' : 'replaced'
  return { line, outcome, address, target: end.target, waitsFor: null }
}

/** Readers get that page, so a redirect would never be asked for. With parameters the home page may be an old article. */
function isRealPage({ path, parameters }: LegacyAddress, known: Known, { pages }: Ground): boolean {
  if (/^\/quan-tri(\/|$)/.test(path)) return true
  if (path === '/') return parameters.length === 0
  const id = articleIdOf(path)
  return pages.paths.includes(path) || known.categories.has(path) || (id !== null && known.articles.has(id))
}

type End = { target: Target; flaw: null } | { target: null; flaw: 'loop' | 'unknown-target'; waitsFor: string | null }

/** What stands at the end of the way: chains are not kept. */
function endOf(typed: Target, from: LegacyAddress, known: Known, ground: Ground): End {
  const unknown = (waitsFor: string | null): End => ({ target: null, flaw: 'unknown-target', waitsFor })
  if (typed.kind === 'article' && !known.articles.has(typed.id)) return unknown(null)
  const passed = new Set([keyOf(from)])
  let target = typed
  for (;;) {
    const address = addressOf(target)
    if (!address) return { target, flaw: null }
    const id = known.categories.get(address.path)
    if (id !== undefined) return { target: { kind: 'category', id }, flaw: null }
    const key = keyOf(address)
    if (passed.has(key)) return { target: null, flaw: 'loop', waitsFor: null }
    passed.add(key)
    const next = known.targets.get(key)
    if (!next) return isOwnPath(address.path, ground) ? { target, flaw: null } : unknown(key)
    target = next
  }
}

const isOwnPath = (path: string, { pages }: Ground): boolean =>
  pages.paths.includes(path) || pages.folders.some((folder) => path.startsWith(`${folder}/`))

const addressOf = (target: Target): LegacyAddress | null =>
  target.kind === 'path' ? addressFromText(target.path) : null

const articleIdOf = (path: string): number | null => {
  const [, id] = /^\/tin-bai\/(?:[^/]*-)?([1-9]\d{0,8})$/.exec(path) ?? []
  return id ? Number(id) : null
}
