import { inTransaction } from '../database/index.ts'
import { type Rendering, rendererVersion, type Unrenderable } from '../markdown/index.ts'
import { deskSearchWriter, searchWriter } from '../search/index.ts'
import type { DeskTools } from './act-on-article.ts'
import { deskArticleReader, type WrittenEdition } from './desk-article-store.ts'
import { editionWriter } from './edition-store.ts'
import { isUnrenderable, type RenderTools, renderBody } from './render-body.ts'

const oneBatch = 100
/** A text that was saved could be rendered once, so a miss is the machine's; it gets another try. */
const tries = 3

/** After a picture got another description, pages that show it tell it too. */
export async function rerenderPicture(tools: DeskTools & RenderTools, pictureId: number): Promise<void> {
  await rerender(tools, await deskArticleReader(tools.database.read).listEditionsShowing(pictureId), 'keep')
}

/** Makes the HTML of every edition in use again that an older renderer made. */
export async function rerenderOutdated(tools: DeskTools & RenderTools): Promise<number> {
  let count = 0
  for (;;) {
    const editions = await deskArticleReader(tools.database.read).listOutdated(rendererVersion, oneBatch)
    if (editions.length === 0) return count
    await rerender(tools, editions, 'empty')
    count += editions.length
  }
}

/**
 * On a busy machine even a good text may miss its second. HTML that this version made is kept then: readers lose no
 * article over a caption. What an older version made is not trusted.
 */
async function rerender(tools: DeskTools & RenderTools, editions: WrittenEdition[], ifUnrenderable: 'keep' | 'empty') {
  for (const { id, articleId, body } of editions) {
    const rendering = await renderPatiently(tools, body)
    if (isUnrenderable(rendering) && ifUnrenderable === 'keep') continue
    const html = isUnrenderable(rendering) ? '' : rendering.html
    await replaceHtml(tools, id, articleId, html)
  }
}

/** The words of a caption stand in it, so whoever finds the article by its words finds the new ones. */
async function replaceHtml({ database, world }: DeskTools, editionId: number, articleId: number, html: string) {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await editionWriter(transaction, now).replaceHtml(editionId, html)
    // In the order of a publication, so that two never wait for each other.
    await deskSearchWriter(database, transaction).followArticle(articleId)
    await searchWriter(database, transaction, now).follow(articleId)
  })
}

async function renderPatiently(tools: RenderTools, body: string, left = tries): Promise<Rendering | Unrenderable> {
  const rendering = await renderBody(tools, body, 'public')
  return isUnrenderable(rendering) && left > 1 ? renderPatiently(tools, body, left - 1) : rendering
}
