import type { Request, Response } from 'express'
import {
  countersignArticle,
  type DeskArticle,
  deskState,
  restoreArticle,
  sendBackArticle,
  takeBackArticle,
  trashArticle,
  withdrawArticle,
} from '../articles/index.ts'
import { type Issue, readLine, required, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { articleIn } from './address-routes.ts'
import { noteIssues } from './article-form.ts'
import type { NewsdeskTools } from './index.ts'
import { articlePath, articlesPath } from './paths.ts'
import { readEditor } from './read-editor.ts'
import { wordingIn } from './wording.ts'

/** Acts that take an article as it stands, with at most one sentence why. */
export function gateHandlers(tools: NewsdeskTools) {
  const { database, world, config, showNewsroom } = tools
  const words = wordingIn(config.language)
  const { brokenLetters } = siteWords[config.language]
  const desk = { config, database, world }

  async function sendBack(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    const note = noteIn(req)
    const issues = [...required(note, 'note', words.enterNote), ...noteIssues(note, 'note', words, brokenLetters)]
    if (issues.length > 0) return showAgain(res, visit, article, note, issues)
    await settle(res, visit, article, 'tra-lai', await sendBackArticle(desk, visit.staff, article.id, note))
  }

  async function takeBack(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    await settle(res, visit, article, 'rut-ve', await takeBackArticle(desk, visit.staff, article.id))
  }

  async function countersign(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    await settle(res, visit, article, 'duyet-lai', await countersignArticle(desk, visit.staff, article.id))
  }

  async function withdraw(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    const note = noteIn(req)
    // Who waits for the hour of an article has nothing to explain to readers.
    const isExplained = deskState(article, world.clock.now()) !== 'scheduled'
    const issues = [
      ...(isExplained ? required(note, 'withdrawReason', words.enterWithdrawReason) : []),
      ...noteIssues(note, 'withdrawReason', words, brokenLetters),
    ]
    if (issues.length > 0) return showAgain(res, visit, article, note, issues)
    await settle(res, visit, article, 'go', await withdrawArticle(desk, visit.staff, article.id, note))
  }

  async function trash(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, database, staff)
    await trashArticle(desk, staff, article.id)
    res.redirect(303, `${articlesPath}?trang-thai=trash`)
  }

  async function restore(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    await settle(res, visit, article, 'khoi-phuc', await restoreArticle(desk, visit.staff, article.id))
  }

  async function settle(res: Response, visit: Visit, article: DeskArticle, done: string, outcome: 'done' | 'own-gate') {
    if (outcome === 'done') return res.redirect(303, `${articlePath(article.id)}?xong=${done}`)
    await showAgain(res, visit, article, '', [{ field: 'title', text: words.ownGate }])
  }

  async function showAgain(res: Response, visit: Visit, article: DeskArticle, note: string, issues: Issue[]) {
    const page = await readEditor(tools, visit, article, null, { issues, note })
    await showNewsroom(res, 'newsdesk/editor', page, visit.desk, 422)
  }

  return { sendBack, takeBack, countersign, withdraw, trash, restore }
}

/** The sentence of whichever small form was sent. */
const noteIn = ({ body }: Request): string =>
  readLine((body ?? {}) as Submitted, 'note') || readLine((body ?? {}) as Submitted, 'withdrawReason')
