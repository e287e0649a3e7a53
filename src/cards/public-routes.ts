import { resolve } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { readAgencyParts } from '../agency/index.ts'
import { notFound } from '../site/faults.ts'
import { keptFiles } from '../site/kept-files.ts'
import { forAMinute, forAYear, sendPicture } from '../site/send-picture.ts'
import { type CardSubject, cardFingerprint, cardOf, socialCard, subjectNamed } from './card.ts'
import type { CardWorkshop } from './card-workshop.ts'
import type { CardTools } from './index.ts'
import { cardsPath } from './paths.ts'

/** About twenty kilobytes each. */
const limits = { most: 2_000, mostWaiting: 30 }

export function cardPublicRoutes(tools: CardTools & { workshop: CardWorkshop }): Router {
  const { config, database, findTitle, workshop } = tools
  const cards = keptFiles(resolve(config.uploads, 'made', 'cards'), limits)
  const router = Router()
  router.get(`${cardsPath}/:file`, sendCard)

  /** Drawn when somebody first asks; an address from before a word on it changed leads to the present one. */
  async function sendCard(req: Request<{ file: string }>, res: Response) {
    const subject = await findSubject(req.params.file)
    const { agency } = await readAgencyParts(database)
    const { path } = socialCard(subject, agency, config.siteUrl)
    if (req.path !== path) return res.set('Cache-Control', forAMinute).redirect(302, path)
    const card = cardOf(subject, agency, config.siteUrl)
    const file = `${cardFingerprint(card)}.png`
    await cards.keep(file, () => workshop.draw(card))
    sendPicture(res, { folder: cards.folder, file, type: 'image/png', cacheControl: forAYear })
  }

  async function findSubject(file: string): Promise<CardSubject> {
    const articleId = subjectNamed(file) ?? notFound()
    if (articleId === 'portal') return null
    return { articleId, title: (await findTitle(articleId)) ?? notFound() }
  }

  return router
}
