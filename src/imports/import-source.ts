import type { Database } from '../database/index.ts'
import { articlePath } from '../news/index.ts'
import { contentHash, hashOf } from './content-hash.ts'
import { type ImportTools, type ImportWish, importArticles, isChangedHere, type Stored } from './import-article.ts'
import { type ImportedItem, importedItemReader } from './imported-item-store.ts'
import { inBatches } from './in-batches.ts'
import { inOrder } from './in-order.ts'
import { type OldArticle, type OldSource, type OldThing, type Place, type Problem, problem } from './old-article.ts'
import { ownCopy } from './own-copy.ts'
import { type Prepared, type PrepareTools, prepareArticle } from './prepare-article.ts'

export type SourceTools = ImportTools & PrepareTools

export type SourceWish = {
  /** What the operator calls it; the same at every run. */
  name: string
  /** Everything else that decides what articles become: another answer is another article. */
  said: unknown
}

export type Outcome = Stored['outcome'] | 'failed'

/** What happened to one thing of the source, for the report. */
export type Told = {
  place: Place
  key: string
  title: string
  outcome: Outcome
  state: 'live' | 'draft' | null
  articleId: number | null
  path: string | null
  oldAddresses: string[]
  problems: Problem[]
}

/** Texts that are made ready while others are stored. */
const ahead = 12
/** Articles and letters that one transaction stores: on SQLite nobody else writes meanwhile, for about 60 ms. */
const together = { count: 10, weight: 60_000 }

type Usable = { old: OldArticle; hash: string; isNew: boolean; prepared: Prepared }
type Ready = Usable | ({ old: OldArticle } & ({ kept: Stored } | { unusable: Problem[] }))

/** One thing after the other, each told when it is done. Stopped at any moment and run again, it ends the same. */
export async function* importSource(tools: SourceTools, source: OldSource, wish: SourceWish): AsyncGenerator<Told> {
  const seen = new Map<string, number>()
  const ready = inOrder(source.things(), ahead, (thing) => makeReady(tools, wish, thing, seen))
  for await (const batch of inBatches(ready, weightOf, together)) yield* await storeAll(tools, wish, batch)
}

/** What is not stored weighs nothing; what was stored before goes alone. */
function weightOf(thing: Ready | Told): number | null {
  if (!('prepared' in thing)) return 0
  return thing.isNew ? thing.prepared.body.html.length : null
}

async function makeReady(
  tools: SourceTools,
  { name, said }: SourceWish,
  thing: OldThing,
  seen: Map<string, number>,
): Promise<Ready | Told> {
  if ('unread' in thing) return failed(thing.unread, '', '', thing.problems)
  const { article: old } = thing
  const key = shortKey(old.key)
  const twin = seen.get(key)
  if (old.key === '' || twin !== undefined)
    return failed(old.place, old.key, old.title, [
      ...old.problems,
      old.key === '' ? problem('no-title') : problem('repeated', String(twin)),
    ])
  seen.set(ownCopy(key), old.place.number)

  const hash = contentHash(old, said)
  const known = await importedItemReader(tools.database.write).find({ source: name, key })
  const kept = known && (await asKept(tools.database, known, hash))
  if (kept) return { old, kept }
  const made = await prepareArticle(tools, old)
  return 'unusable' in made ? { old, ...made } : { old, hash, isNew: known === null, prepared: made }
}

/** What needs no work: it is as it was, or belongs to somebody here now. */
async function asKept(database: Database, known: ImportedItem, hash: string): Promise<Stored | null> {
  const stays = (outcome: Stored['outcome']): Stored => ({
    outcome,
    articleId: known.articleId,
    path: articlePath({ slug: '', id: known.articleId }),
    areAddressesKept: true,
  })
  if (await isChangedHere(database.write, known)) return stays('changed-here')
  return known.contentHash === hash && known.missing === 0 ? stays('unchanged') : null
}

/** In the order of the source, each told as it ended. */
async function storeAll(tools: SourceTools, { name }: SourceWish, batch: (Ready | Told)[]): Promise<Told[]> {
  const usable = batch.filter((thing) => 'prepared' in thing)
  const stored = tools.isTrial
    ? null
    : await importTogether(
        tools,
        usable.map((each) => wishOf(name, each)),
      )
  const outcomes = new Map(usable.map((each, at) => [each, stored?.[at] ?? null]))
  return batch.map((thing) => {
    if ('outcome' in thing) return thing
    const { old } = thing
    if ('unusable' in thing) return failed(old.place, old.key, old.title, thing.unusable)
    if ('kept' in thing) return told(old, thing.kept, null, [])
    return tellUsable(thing, outcomes.get(thing) ?? null)
  })
}

/** Whatever stops one of them shall not keep the others out: then each goes by itself, up to that one. */
async function importTogether(tools: SourceTools, wishes: ImportWish[]): Promise<Stored[]> {
  try {
    return wishes.length === 0 ? [] : await importArticles(tools, wishes)
  } catch (error) {
    if (wishes.length === 1) throw error
    const stored: Stored[] = []
    for (const wish of wishes) stored.push(...(await importArticles(tools, [wish])))
    return stored
  }
}

function wishOf(source: string, { old, hash, prepared }: Usable): ImportWish {
  const { content, body, state, missing } = prepared
  return {
    source,
    key: shortKey(old.key),
    contentHash: hash,
    content,
    body,
    state,
    missing,
    oldAddresses: addressesOf(old),
  }
}

/** Nothing was stored in a trial. */
function tellUsable({ old, isNew, prepared }: Usable, stored: Stored | null): Told {
  const { content, state, problems } = prepared
  const areKept = stored === null || stored.areAddressesKept
  const lost = areKept ? [] : [problem('address-not-kept', addressesOf(old).join(' '))]
  const tale = told(old, stored, state, [...problems, ...lost])
  return { ...tale, title: content.title, ...(stored ? {} : { outcome: isNew ? 'added' : 'updated' }) }
}

function told(old: OldArticle, stored: Stored | null, state: Told['state'], problems: Problem[]): Told {
  const { place, key, title } = old
  const { outcome = 'added', articleId = null, path = null } = stored ?? {}
  return { place, key, title, outcome, state, articleId, path, oldAddresses: addressesOf(old), problems }
}

const failed = (place: Place, key: string, title: string, problems: Problem[]): Told => ({
  place,
  key,
  title,
  outcome: 'failed',
  state: null,
  articleId: null,
  path: null,
  oldAddresses: [],
  problems,
})

/** Where readers found it, and the address by which WordPress calls it itself. */
const addressesOf = ({ address, key }: OldArticle): string[] => [
  ...new Set([address ?? '', /^https?:/.test(key) ? key : ''].filter((each) => each !== '')),
]

const longestKey = 500

/** Nobody promises how long a guid is; an index of a database does. */
const shortKey = (key: string): string => (key.length <= longestKey ? key : `sha256:${hashOf(key)}`)
