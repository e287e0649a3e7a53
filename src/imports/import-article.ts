import {
  type Content,
  deskArticleReader,
  inOneStep,
  publishInStep,
  type RenderedBody,
  type Step,
  saveInStep,
} from '../articles/index.ts'
import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import { articlePath } from '../news/index.ts'
import { keepOne } from '../redirects/index.ts'
import type { World } from '../site/world.ts'
import { hashOf } from './content-hash.ts'
import { type ItemName, importedItemReader, importedItemWriter } from './imported-item-store.ts'
import { importWords } from './words.ts'

export type ImportTools = {
  config: Pick<Config, 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
}

export type ImportWish = ItemName & {
  contentHash: string
  content: Content
  body: RenderedBody
  state: 'live' | 'draft'
  missing: number
  /** Under which readers knew it. */
  oldAddresses: string[]
}

export type Stored = {
  /** `changed-here`: somebody worked on the article since it was imported, so it stays hers. */
  outcome: 'added' | 'updated' | 'unchanged' | 'changed-here'
  articleId: number
  path: string
  areAddressesKept: boolean
}

/**
 * Articles with their index, their lists, their old addresses and the memory of where they came from: all of it, or nothing.
 * Several are cheaper than as many alone, but only new ones may go together: others may be somebody's at this moment, who
 * waits for the lists that the first of them holds.
 */
export function importArticles(tools: ImportTools, wishes: ImportWish[]): Promise<Stored[]> {
  return inOneStep(tools, null, async (step) => {
    const stored: Stored[] = []
    for (const wish of wishes) stored.push(await importArticle(tools, step, wish))
    return stored
  })
}

async function importArticle(tools: ImportTools, step: Step, wish: ImportWish): Promise<Stored> {
  const { transaction, now } = step
  const known = await importedItemReader(transaction).find(wish)
  if (known && (await isChangedHere(transaction, known))) return untouched(known.articleId)
  const saved = await save(tools, step, wish, known)
  if (saved === null) return untouched(known?.articleId ?? 0)

  const { id: articleId, version: articleVersion } = saved
  const { contentHash, missing } = wish
  await importedItemWriter(transaction, now).remember(wish, { contentHash, articleId, articleVersion, missing })
  const path = articlePath({ slug: saved.slug, id: articleId })
  const areAddressesKept = await keepAddresses(tools, transaction, wish, path)
  const hasMoved = known !== null && known.articleVersion !== articleVersion
  return { outcome: known === null ? 'added' : hasMoved ? 'updated' : 'unchanged', articleId, path, areAddressesKept }
}

const untouched = (articleId: number): Stored => ({
  outcome: 'changed-here',
  articleId,
  path: articlePath({ slug: '', id: articleId }),
  areAddressesKept: true,
})

export async function isChangedHere(
  reader: Parameters<typeof deskArticleReader>[0],
  { articleId, articleVersion }: { articleId: number; articleVersion: number },
): Promise<boolean> {
  const article = await deskArticleReader(reader).find(articleId)
  return article === null || article.deletedAt !== null || article.version !== articleVersion
}

/** Past the gates, in the name of the portal itself; null when somebody saved in this very moment. */
async function save(
  tools: ImportTools,
  step: Step,
  wish: ImportWish,
  known: { articleId: number; articleVersion: number } | null,
) {
  const origin = importWords[tools.config.language].origin(wish.source)
  const change = { ...wish.content.change, note: origin }
  const saving = {
    articleId: known?.articleId ?? null,
    version: known?.articleVersion ?? 0,
    // Two imports of one source at the same moment make one article.
    formKey: `import:${hashOf([wish.source, wish.key])}`,
    content: { ...wish.content, change },
    body: wish.body,
    origin,
  }
  const outcome = wish.state === 'live' ? await publishInStep(tools, step, saving) : await saveInStep(step, saving)
  if ('article' in outcome) return outcome.article
  if (!('written' in outcome)) return null
  const { articleId: id, article } = outcome.written
  const keepsSlug = wish.state === 'draft' && article?.liveEditionId
  return { id, slug: keepsSlug ? article.slug : wish.content.slug, version: (article?.version ?? 0) + 1 }
}

/** Readers of the old address come to the new one; an address that leads nowhere is told. */
async function keepAddresses(
  tools: ImportTools,
  transaction: Writer,
  { oldAddresses, state }: ImportWish,
  path: string,
): Promise<boolean> {
  const pages = { paths: [], folders: [] }
  let areKept = true
  for (const old of state === 'draft' ? [] : oldAddresses) {
    const { outcome } = await keepOne({ ...tools, pages }, transaction, { old, target: path })
    areKept &&= ['new', 'same', 'replaced'].includes(outcome)
  }
  return areKept
}
