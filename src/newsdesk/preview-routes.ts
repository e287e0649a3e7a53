import type { Request, Response } from 'express'
import { categoryReader } from '../categories/index.ts'
import { pictureReader, pictureView } from '../media/index.ts'
import { articlePage, type Cover, coverWish, newsWords } from '../news/index.ts'
import { readText, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { readArticle } from './article-form.ts'
import type { Content } from './content.ts'
import { isUnrenderable, renderBody } from './render-body.ts'
import type { DeskRouteTools } from './staff-routes.ts'
import { wordingIn } from './wording.ts'

export function previewHandlers(tools: DeskRouteTools) {
  const { database, config, world, show } = tools
  const words = wordingIn(config.language)

  /** Exactly the page that readers would get, of what stands in the form. */
  async function showTyped(req: Request, res: Response, _visit: Visit) {
    const { content } = readArticle(req.body as Submitted, config.timeZone)
    const tree = await categoryReader(database.read).getTree()
    const page = articlePage({
      article: {
        id: 0,
        title: content.title || words.newTitle,
        slug: content.slug,
        lead: content.lead,
        bodyHtml: await bodyHtml(content.body),
        categoryId: content.categoryId,
        author: content.author,
        unit: content.unit,
        source: content.sourceName ? { name: content.sourceName, address: content.sourceAddress } : null,
        tags: content.tags,
        coverPictureId: content.coverPictureId,
        publishedAt: content.publishAt ?? world.clock.now(),
        updatedAt: null,
        expiresAt: content.expireAt,
      },
      ending: null,
      updates: [],
      reportPath: null,
      lineage: content.categoryId === null ? [] : tree.lineage(content.categoryId),
      cover: await coverOf(content),
      neighbours: { previous: null, next: null },
      related: [],
      path: null,
      siteUrl: config.siteUrl,
      timeZone: config.timeZone,
      words: newsWords[config.language],
    })
    await show(res, 'news/article', { ...page, banner: words.previewBar })
  }

  /** The body as HTML, for the preview beside the text. */
  async function sendBody(req: Request, res: Response, _visit: Visit) {
    res.type('html').end(await bodyHtml(readText(req.body as Submitted, 'body')))
  }

  async function bodyHtml(body: string): Promise<string> {
    const rendering = await renderBody(tools, body, 'staff')
    return isUnrenderable(rendering) ? `<p>${words.unrenderable.replaceAll('>', '&gt;')}</p>` : rendering.html
  }

  async function coverOf({ coverPictureId }: Content): Promise<Cover | null> {
    const picture = coverPictureId === null ? null : await pictureReader(database.read).find(coverPictureId)
    return picture && { picture, view: pictureView(picture, { ...coverWish, audience: 'staff' }), social: null }
  }

  return { showTyped, sendBody }
}
