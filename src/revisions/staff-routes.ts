import type { Request, Response } from 'express'
import { deskArticleReader, findArticleFor, isUnrenderable, renderBody } from '../articles/index.ts'
import { auditWords } from '../audit/index.ts'
import { categoryReader } from '../categories/index.ts'
import { documentReader } from '../documents/index.ts'
import { pictureReader } from '../media/index.ts'
import { articlePath } from '../news/index.ts'
import { gateWords } from '../newsdesk/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import { idFrom, readId, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffMember, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { approvalOf } from './approval.ts'
import { comparisonPage } from './comparison-page.ts'
import type { Names } from './content-fields.ts'
import type { Edition, EditionHead, PresentArticle } from './edition.ts'
import { editionPage } from './edition-page.ts'
import { historyOf } from './history.ts'
import { historyPage } from './history-page.ts'
import { historyReader } from './history-store.ts'
import type { RevisionTools } from './index.ts'
import * as paths from './paths.ts'
import { slipPage } from './slip-page.ts'
import { revisionWords } from './words.ts'

type Past = { article: PresentArticle; editions: EditionHead[] }

export function revisionStaffRoutes(tools: RevisionTools): StaffRouter {
  const { database, config, showNewsroom } = tools
  const words = revisionWords[config.language]
  const reader = historyReader(database.read)
  const routes = createStaffRouter()
  routes.get(paths.historyPath(':id'), 'write-articles', showHistory)
  routes.get(paths.comparisonPath(':id'), 'write-articles', showComparison)
  routes.get(paths.editionPath(':id', ':edition'), 'write-articles', showEdition)
  routes.post(paths.restoreEditionPath(':id'), 'write-articles', restore)
  routes.get(paths.slipPath(':id'), 'write-articles', showSlip)

  async function showHistory(req: Request, res: Response, { staff, desk }: Visit) {
    const { article, editions } = await pastOf(req, staff)
    const entries = historyOf(await reader.listEvents(article.id), editions)
    const page = historyPage({
      article,
      entries,
      editions,
      restoredAs: req.query['xong'] === 'khoi-phuc' ? editions.length : null,
      timeZone: config.timeZone,
      words,
      acts: auditWords[config.language].acts,
    })
    await showNewsroom(res, 'revisions/history', page, desk)
  }

  /** Whichever way they were chosen, the older one stands first; without a choice it is the last change. */
  async function showComparison(req: Request, res: Response, { staff, desk }: Visit) {
    const { article, editions } = await pastOf(req, staff)
    const newest = editions.length
    const chosen = [
      req.query[paths.olderParameter] ?? String(Math.max(newest - 1, 1)),
      req.query[paths.newerParameter] ?? String(newest),
    ].map((number) => headIn(editions, number))
    const [older, newer] = await Promise.all(
      chosen.sort((a, b) => a.number - b.number).map((head) => editionOf(article, head)),
    )
    if (!older || !newer) notFound()
    const names = await namesIn([older, newer])
    const page = comparisonPage({ article, older, newer, names, language: config.language })
    await showNewsroom(res, 'revisions/comparison', page, desk)
  }

  async function showEdition(req: Request, res: Response, { staff, desk }: Visit) {
    const { article, editions } = await pastOf(req, staff)
    const edition = await editionOf(article, headIn(editions, req.params['edition']))
    const rendering = await renderBody(tools, edition.content.body, 'staff')
    const bodyHtml = isUnrenderable(rendering) ? null : rendering.html
    const page = editionPage({ article, edition, editions, bodyHtml, names: await namesIn([edition]) })
    await showNewsroom(res, 'revisions/edition', page, desk)
  }

  async function restore(req: Request, res: Response, { staff }: Visit) {
    const { article, editions } = await pastOf(req, staff)
    const form = req.body as Submitted
    const { id: editionId } = editions.find(({ number }) => number === readId(form, 'edition')) ?? notFound()
    const wish = { articleId: article.id, version: readId(form, 'version') ?? 0, editionId }
    if ((await tools.restore(staff, wish)) === 'conflict') conflict()
    res.redirect(303, `${paths.historyPath(article.id)}?xong=khoi-phuc`)
  }

  async function showSlip(req: Request, res: Response, { staff, desk }: Visit) {
    const { article, editions } = await pastOf(req, staff)
    const wished = req.query[paths.editionParameter]
    const head = wished === undefined ? editions.find(({ id }) => id === article.editionId) : headIn(editions, wished)
    const edition = await editionOf(article, head ?? notFound())
    const page = slipPage({
      article,
      edition,
      approval: approvalOf(await reader.listEvents(article.id), edition.id),
      address: config.siteUrl + articlePath(article),
      names: await namesIn([edition]),
    })
    await showNewsroom(res, 'revisions/slip', page, desk)
  }

  async function pastOf(req: Request, staff: StaffMember): Promise<Past> {
    const id = idFrom(req.params['id']) ?? notFound()
    const article = (await findArticleFor(database, id, staff)) ?? notFound()
    return { article, editions: await reader.listEditions(article.id) }
  }

  async function editionOf({ id }: PresentArticle, head: EditionHead): Promise<Edition> {
    const content = (await deskArticleReader(database.read).findContent(id, head.id)) ?? notFound()
    return { ...head, content, bodyPictures: await reader.countPictures(head.id, content.coverPictureId) }
  }

  async function namesIn(editions: Edition[]): Promise<Names> {
    const covers = editions.flatMap(({ content }) => content.coverPictureId ?? [])
    return {
      tree: await categoryReader(database.read).getTree(),
      pictures: await pictureReader(database.read).listByIds(covers),
      documents: await documentReader(database.read).listByIds(editions.flatMap(({ content }) => content.documentIds)),
      timeZone: config.timeZone,
      genres: gateWords[config.language].genres,
      words,
    }
  }

  return routes
}

function headIn(editions: EditionHead[], number: unknown): EditionHead {
  return editions.find((edition) => edition.number === idFrom(number)) ?? notFound()
}
