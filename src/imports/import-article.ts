import { type Content, deskArticleReader, publishArticle, type RenderedBody, saveArticle } from '../articles/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
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

/** One article with its index, its lists, its old address and the memory of where it came from: all of it, or nothing. */
export async function importArticle(tools: ImportTools, wish: ImportWish): Promise<Stored> {
  const { database, world } = tools
  return inTransaction(database, async (transaction) => {
    const known = await importedItemReader(transaction).find(wish)
    if (known && (await isChangedHere(transaction, known))) return untouched(known.articleId)
    const saved = await save(tools, wish, known)
    if (saved === null) return untouched(known?.articleId ?? 0)

    const { id: articleId, version: articleVersion } = saved
    const { contentHash, missing } = wish
    await importedItemWriter(transaction, world.clock.now()).remember(wish, {
      contentHash,
      articleId,
      articleVersion,
      missing,
    })
    const path = articlePath({ slug: saved.slug, id: articleId })
    const areAddressesKept = await keepAddresses(tools, transaction, wish, path)
    const hasMoved = known !== null && known.articleVersion !== articleVersion
    return { outcome: known === null ? 'added' : hasMoved ? 'updated' : 'unchanged', articleId, path, areAddressesKept }
  })
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
async function save(tools: ImportTools, wish: ImportWish, known: { articleId: number; articleVersion: number } | null) {
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
  const deed = wish.state === 'live' ? publishArticle : saveArticle
  const outcome = await deed(tools, null, saving)
  return 'article' in outcome ? outcome.article : null
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
