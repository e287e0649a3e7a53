import { join } from 'node:path'
import { changeAgency, changeLinks } from '../agency/index.ts'
import { type Content, emptyContent, isUnrenderable, publishArticle, renderBody } from '../articles/index.ts'
import { addCategory, categoryReader } from '../categories/index.ts'
import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { Markdown } from '../markdown/index.ts'
import { createWorkshop, describePicture, pictureReader, receivePicture } from '../media/index.ts'
import { pictureSearch } from '../search/index.ts'
import type { World } from '../site/world.ts'
import { slugOf } from '../text/slug.ts'
import { sampleAgency, sampleLinks } from './agency.ts'
import { sampleArticles } from './articles/index.ts'
import { categoryTree } from './category-tree.ts'
import { samplePictures } from './pictures.ts'
import { postedAt } from './posted-at.ts'
import type { SampleArticle, SampleCategory } from './sample.ts'

export type SampleTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone'>
  database: Database
  world: World
  markdown: Markdown
}

type Ready = { content: Content; categoryPath: string; html: string; pictureIds: number[] }

/** Fills an empty installation with the sample district. Pictures first; everything else comes true at once, or not at all. */
export async function loadSample(tools: SampleTools): Promise<void> {
  const pictureIds = await loadPictures(tools)
  const articles: Ready[] = []
  for (const article of oldestFirst(tools)) articles.push(await makeReady(tools, article, pictureIds))

  await inTransaction(tools.database, async (transaction) => {
    const { config, database, world } = tools
    await changeAgency({ database, now: world.clock.now() }, null, sampleAgency)
    await changeLinks({ database, now: world.clock.now() }, null, sampleLinks)
    await addBranch(tools, categoryTree, null)
    const tree = await categoryReader(transaction).getTree()
    for (const { content, categoryPath, html, pictureIds: shown } of articles) {
      const categoryId = tree.all.find(({ path }) => path === `/${categoryPath}`)?.id ?? null
      const wish = {
        articleId: null,
        version: 0,
        formKey: null,
        content: { ...content, categoryId },
        body: { html, pictureIds: shown },
      }
      await publishArticle({ config, database, world }, null, wish)
    }
  })
}

/** Ids by name. A first start that was interrupted has some already. */
async function loadPictures(tools: SampleTools): Promise<Map<string, number>> {
  const known = await pictureReader(tools.database.read).listNewest({ filter: 'all', before: null, found: null }, 100)
  const workshop = createWorkshop()
  const search = pictureSearch(tools.database)
  const ids = new Map<string, number>()
  try {
    for (const [name, sample] of Object.entries(samplePictures)) {
      const id = known.find(({ originalName }) => originalName === sample.originalName)?.id ?? (await receive(sample))
      const { alternativeText, caption, credit } = sample
      await describePicture({ ...tools, search, rerender: async () => {} }, null, id, {
        alternativeText,
        caption,
        credit,
        isDecorative: false,
      })
      ids.set(name, id)
    }
  } finally {
    await workshop.close()
  }
  return ids

  async function receive({ file, originalName }: { file: string; originalName: string }): Promise<number> {
    const path = join(import.meta.dirname, 'pictures', file)
    const received = await receivePicture({ ...tools, search, workshop }, null, { path, originalName })
    if ('issue' in received) throw new Error(`sample picture ${file}: ${received.issue}`)
    return received.picture.id
  }
}

async function addBranch(tools: SampleTools, branch: SampleCategory[], parentId: number | null) {
  for (const { slug, name, description, homePosition, children } of branch) {
    const id = await addCategory(tools, null, { slug, name, description, homePosition, parentId })
    await addBranch(tools, children, id)
  }
}

/** So that ids grow with dates, as they would have. */
function oldestFirst({ world, config }: SampleTools): SampleArticle[] {
  const moment = (article: SampleArticle) => postedAt(article, world.clock.now(), config.timeZone)
  return [...sampleArticles].sort((a, b) => moment(a).localeCompare(moment(b)))
}

async function makeReady(tools: SampleTools, article: SampleArticle, pictures: Map<string, number>): Promise<Ready> {
  const body = article.body.replace(/\(anh:([a-z-]+)\)/g, (_whole, name: string) => `(anh:${pictures.get(name)})`)
  const rendering = await renderBody(tools, body, 'public')
  if (isUnrenderable(rendering)) throw new Error(`sample article cannot be rendered: ${article.title}`)
  const content: Content = {
    ...emptyContent,
    title: article.title,
    slug: slugOf(article.title),
    lead: article.lead,
    body,
    categoryId: null,
    author: article.author ?? '',
    unit: article.unit ?? '',
    sourceName: article.source?.name ?? '',
    sourceAddress: article.source?.address ?? '',
    tags: article.tags,
    coverPictureId: (article.cover && pictures.get(article.cover)) || null,
    publishAt: postedAt(article, tools.world.clock.now(), tools.config.timeZone),
  }
  return {
    content,
    categoryPath: article.category,
    html: rendering.html,
    pictureIds: rendering.shown.map(({ id }) => id),
  }
}
