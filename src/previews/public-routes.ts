import { type NextFunction, type Request, type Response, Router } from 'express'
import { contentToEdit, type DeskArticle, deskArticleReader } from '../articles/index.ts'
import { pictureReader } from '../media/index.ts'
import { createBudget } from '../site/budget.ts'
import { keepOutOfLog } from '../site/error-page.ts'
import { Fault, notFound } from '../site/faults.ts'
import type { Submitted } from '../site/forms.ts'
import { publicForm } from '../site/public-form.ts'
import { siteWords } from '../site/words.ts'
import type { Verdict } from './answer.ts'
import { noteIssues, readAnswer, type TypedAnswer } from './answer-form.ts'
import { answerLink } from './answer-link.ts'
import { answerReader } from './answer-store.ts'
import type { PreviewRoomTools } from './index.ts'
import { linkState, type PreviewLink } from './link.ts'
import { linkReader } from './link-store.ts'
import * as paths from './paths.ts'
import { endedPage, type PreviewParts, previewPage, replyAnchor } from './preview-page.ts'
import { listShownPictures } from './shown-picture-store.ts'
import { tokenHash } from './token.ts'
import { previewWords } from './words.ts'

/** Of one link. Drawing a page renders its text, and an answer stays for ever. */
const budgetOfLink = { capacity: 60, refillPerSecond: 1 }
const openingCost = 1
const answerCost = 10

/** Three times the longest note: a browser sends nine bytes for a letter such as ệ. */
const largestForm = '32kb'
const mostFields = 10

type Opened = { token: string; link: PreviewLink; article: DeskArticle }
type Said = Partial<Pick<PreviewParts, 'isReceived' | 'isNewer' | 'note' | 'issues'>> & { status?: number }
type PreviewRequest = Request<{ token: string }>

export function previewPublicRoutes(tools: PreviewRoomTools): Router {
  const { database, config, world, show } = tools
  const words = previewWords[config.language]
  const { brokenLetters } = siteWords[config.language]
  const budget = createBudget(budgetOfLink)
  const readForm = publicForm(largestForm, mostFields)
  const router = Router()
  router.use(paths.previewsPath, keepSecret)
  router.get(paths.previewPath(':token'), showPreview)
  router.get(`${paths.previewFilesPath(':token')}/:key/:file`, sendPicture)
  router.post(paths.agreePath(':token'), readForm, agree)
  router.post(paths.askForChangesPath(':token'), readForm, askForChanges)

  async function showPreview(req: PreviewRequest, res: Response) {
    const opened = await open(req)
    if (!opened) return showEnded(res)
    spend(res, opened, openingCost)
    await answerWith(res, opened, { isReceived: 'xong' in req.query })
  }

  /** Only what this edition shows: a link to one article opens no other picture of the library. */
  async function sendPicture(req: Request<{ token: string; key: string; file: string }>, res: Response) {
    const opened = await open(req)
    if (!opened) return showEnded(res)
    const { editionId, content } = opened.article
    const ids = await listShownPictures(database.read, editionId)
    const shown = await pictureReader(database.read).listByIds([...ids, content.coverPictureId ?? 0])
    const picture = [...shown.values()].find(({ key }) => key === req.params.key)
    tools.sendPicture(res, picture ?? null, req.params.file)
  }

  async function agree(req: PreviewRequest, res: Response) {
    const { editionId } = readAnswer((req.body ?? {}) as Submitted)
    await answer(req, res, 'agreed', { editionId, note: '' })
  }

  async function askForChanges(req: PreviewRequest, res: Response) {
    await answer(req, res, 'asked-for-changes', readAnswer((req.body ?? {}) as Submitted))
  }

  async function answer(req: PreviewRequest, res: Response, verdict: Verdict, typed: TypedAnswer) {
    const opened = await open(req)
    if (!opened) return showEnded(res)
    const { token, link } = opened
    if (link.approver === null) notFound()
    spend(res, opened, answerCost)
    const { editionId, note } = typed
    const issues = verdict === 'agreed' ? [] : noteIssues(typed, words, brokenLetters)
    if (issues.length > 0) return answerWith(res, opened, { note, issues, status: 422 })

    const wish = { hash: tokenHash(token), editionId, verdict, note }
    const answered = await answerLink({ database, world, nameOf: words.linkNote }, wish)
    if (answered === 'answered') return res.redirect(303, `${paths.previewPath(token)}?xong#${replyAnchor}`)
    const now = answered === 'newer-edition' ? await open(req) : null
    return now ? answerWith(res, now, { isNewer: true, note, status: 409 }) : showEnded(res)
  }

  /** Null when it ended, for whatever reason. */
  async function open({ params: { token } }: PreviewRequest): Promise<Opened | null> {
    const link = (await linkReader(database.read).findByHash(tokenHash(token))) ?? notFound()
    const article = await deskArticleReader(database.read).find(link.articleId)
    return article && linkState(link, article, world.clock.now()) === 'valid' ? { token, link, article } : null
  }

  async function answerWith(res: Response, { token, link, article }: Opened, said: Said) {
    const audience = { filesPath: paths.previewFilesPath(token) }
    const page = previewPage({
      page: await tools.readPreview({ content: contentToEdit(article), article, audience }),
      link,
      token,
      editionId: article.editionId,
      last: await answerReader(database.read).findLast(link.id),
      isReceived: said.isReceived ?? false,
      isNewer: said.isNewer ?? false,
      note: said.note ?? '',
      issues: said.issues ?? [],
      timeZone: config.timeZone,
      words,
    })
    await show(res, 'previews/preview', page, said.status)
  }

  const showEnded = (res: Response) => show(res, 'previews/ended', endedPage(words), 410)

  function spend(res: Response, { link }: Opened, cost: number) {
    const wait = budget.spend(String(link.id), cost, world.clock.now())
    if (wait === 0) return
    res.set('Retry-After', String(wait))
    throw new Fault(429)
  }

  return router
}

/** Nobody keeps the page, indexes it or learns its address from a link in it. */
function keepSecret(_req: Request, res: Response, next: NextFunction) {
  keepOutOfLog(res)
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' })
  next()
}
