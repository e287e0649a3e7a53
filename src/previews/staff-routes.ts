import type { Request, Response } from 'express'
import { type DeskArticle, deskState, findArticleFor } from '../articles/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { dateWithTime } from '../text/dates.ts'
import { answerReader } from './answer-store.ts'
import type { PreviewRoomTools } from './index.ts'
import { issueLink } from './issue-link.ts'
import { linkState } from './link.ts'
import { linkIssues, nothingTyped, readLink } from './link-form.ts'
import { linkReader } from './link-store.ts'
import { type LinksParts, linksPage, type SharingRefusal } from './links-page.ts'
import * as paths from './paths.ts'
import { revokeLink } from './revoke-link.ts'
import { previewWords } from './words.ts'

type Said = Partial<Pick<LinksParts, 'made' | 'typed' | 'issues' | 'isRevoked'>> & { status?: number }

export function previewStaffRoutes(tools: PreviewRoomTools): StaffRouter {
  const { database, config, world, showNewsroom } = tools
  const { timeZone } = config
  const words = previewWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const routes = createStaffRouter()
  routes.get(paths.previewLinksPath(':id'), 'write-articles', showLinks)
  routes.post(paths.previewLinksPath(':id'), 'write-articles', makeLink)
  routes.post(paths.revokeLinkPath(':id', ':link'), 'write-articles', revoke)

  async function showLinks(req: Request, res: Response, visit: Visit) {
    await answerWith(res, visit, await articleIn(req, visit), { isRevoked: 'xong' in req.query })
  }

  /** The answer is the page itself, not a redirect: no address but the link's own ever holds its token. */
  async function makeLink(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, visit)
    const typed = readLink(req.body as Submitted)
    const issues = linkIssues(typed, words, brokenLetters)
    if (refusalOf(article) !== null) return answerWith(res, visit, article, { typed, status: 409 })
    if (issues.length > 0 || typed.days === null) return answerWith(res, visit, article, { typed, issues, status: 422 })

    const wish = { article: subjectOf(article), approver: typed.approver || null, days: typed.days }
    const { token, expiresAt } = await issueLink({ database, world, describe }, visit.staff, wish)
    const address = config.siteUrl + paths.previewPath(token)
    await answerWith(res, visit, article, { made: { address, expiresAt } })
  }

  async function revoke(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, visit)
    const linkId = idFrom(req.params['link']) ?? notFound()
    const link = (await linkReader(database.read).find(article.id, linkId)) ?? notFound()
    const wish = { article: subjectOf(article), linkId: link.id, note: words.linkNote(link.id) }
    await revokeLink({ database, now: world.clock.now() }, visit.staff, wish)
    res.redirect(303, `${paths.previewLinksPath(article.id)}?xong`)
  }

  async function answerWith(res: Response, { desk }: Visit, article: DeskArticle, said: Said) {
    const answers = await answerReader(database.read).listOf(article.id)
    const links = await linkReader(database.read).listOf(article.id)
    const page = linksPage({
      article: { id: article.id, title: article.content.title, editionId: article.editionId },
      links: links.map((link) => ({
        link,
        state: linkState(link, article, world.clock.now()),
        answers: answers.get(link.id) ?? [],
      })),
      refusal: refusalOf(article),
      made: said.made ?? null,
      typed: said.typed ?? nothingTyped,
      issues: said.issues ?? [],
      isRevoked: said.isRevoked ?? false,
      timeZone,
      words,
      toFix,
    })
    await showNewsroom(res, 'previews/links', page, desk, said.status)
  }

  const articleIn = async (req: Request, { staff }: Visit): Promise<DeskArticle> =>
    (await findArticleFor(database, idFrom(req.params['id']) ?? notFound(), staff)) ?? notFound()

  function refusalOf(article: DeskArticle): SharingRefusal {
    const state = deskState(article, world.clock.now())
    if (state === 'trash') return 'trash'
    return article.draftEditionId === null && (state === 'live' || state === 'expired') ? 'live' : null
  }

  const describe = ({ id, approver, expiresAt }: { id: number; approver: string | null; expiresAt: string }) =>
    words.sharedNote(id, approver, dateWithTime(expiresAt, timeZone))

  return routes
}

const subjectOf = ({ id, content }: DeskArticle) => ({ id, title: content.title })
