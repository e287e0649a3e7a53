import type { Database } from '../database/index.ts'
import { articlePath } from '../news/index.ts'
import { contentHash, hashOf } from './content-hash.ts'
import { type ImportTools, importArticle, isChangedHere, type Stored } from './import-article.ts'
import { importedItemReader } from './imported-item-store.ts'
import { inOrder } from './in-order.ts'
import { type OldArticle, type OldSource, type OldThing, type Place, type Problem, problem } from './old-article.ts'
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

/** Texts that are made ready while another is stored. */
const ahead = 4

type Ready = { old: OldArticle; hash: string } & ({ kept: Stored } | { prepared: Prepared } | { unusable: Problem[] })

/** One thing after the other, each told when it is done. Stopped at any moment and run again, it ends the same. */
export async function* importSource(tools: SourceTools, source: OldSource, wish: SourceWish): AsyncGenerator<Told> {
  const seen = new Map<string, number>()
  const ready = inOrder(source.things(), ahead, (thing) => makeReady(tools, wish, thing, seen))
  for await (const thing of ready) yield 'outcome' in thing ? thing : await store(tools, wish, thing)
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
  seen.set(key, old.place.number)

  const hash = contentHash(old, said)
  const kept = await findKept(tools.database, { source: name, key, hash })
  if (kept) return { old, hash, kept }
  return { old, hash, ...asReady(await prepareArticle(tools, old)) }
}

const asReady = (made: Prepared | { unusable: Problem[] }) => ('unusable' in made ? made : { prepared: made })

/** What needs no work: it is as it was, or belongs to somebody here now. */
async function findKept(
  database: Database,
  { source, key, hash }: { source: string; key: string; hash: string },
): Promise<Stored | null> {
  const known = await importedItemReader(database.write).find({ source, key })
  if (!known) return null
  const stays = (outcome: Stored['outcome']): Stored => ({
    outcome,
    articleId: known.articleId,
    path: articlePath({ slug: '', id: known.articleId }),
    areAddressesKept: true,
  })
  if (await isChangedHere(database.write, known)) return stays('changed-here')
  return known.contentHash === hash && known.missing === 0 ? stays('unchanged') : null
}

async function store(tools: SourceTools, { name }: SourceWish, ready: Ready): Promise<Told> {
  const { old, hash } = ready
  if ('unusable' in ready) return failed(old.place, old.key, old.title, ready.unusable)
  if ('kept' in ready) return told(old, ready.kept, null, [])
  const { content, body, state, problems, missing } = ready.prepared
  const key = shortKey(old.key)
  const oldAddresses = addressesOf(old)
  if (tools.isTrial) {
    const known = await importedItemReader(tools.database.write).find({ source: name, key })
    return { ...told(old, null, state, problems), title: content.title, outcome: known ? 'updated' : 'added' }
  }
  const stored = await importArticle(tools, {
    source: name,
    key,
    contentHash: hash,
    content,
    body,
    state,
    missing,
    oldAddresses,
  })
  const lost = stored.areAddressesKept ? [] : [problem('address-not-kept', oldAddresses.join(' '))]
  return { ...told(old, stored, state, [...problems, ...lost]), title: content.title }
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
