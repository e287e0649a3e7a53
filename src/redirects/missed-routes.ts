import type { Request, Response } from 'express'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom, readLine } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { type MissedPlace, missedAddressReader, missedAddressWriter } from './missed-address-store.ts'
import { missedPage } from './missed-page.ts'
import { missedWords } from './missed-words.ts'
import { afterParameter, missedPath } from './paths.ts'
import type { RedirectDesk } from './staff-routes.ts'

const perPage = 50

export function missedHandlers({ database, config, world, words: roomWords, showNewsroom }: RedirectDesk) {
  const words = missedWords[config.language]

  async function show(req: Request, res: Response, { desk }: Visit) {
    const place = placeIn(readLine(req.query, afterParameter))
    const rows = await missedAddressReader(database.read).listAfter(place, perPage + 1)
    const notice = 'xong' in req.query ? ({ kind: 'ok', text: words.ignored } as const) : null
    const page = missedPage({
      rows,
      perPage,
      isFirst: place === null,
      notice,
      timeZone: config.timeZone,
      roomWords,
      words,
    })
    await showNewsroom(res, 'redirects/missed', page, desk)
  }

  async function ignore(req: Request, res: Response) {
    const id = idFrom(req.params['id']) ?? notFound()
    if (!(await missedAddressReader(database.read).find(id))) notFound()
    await inTransaction(database, (transaction) => missedAddressWriter(transaction, world.clock.now()).ignore(id))
    res.redirect(303, `${missedPath}?xong`)
  }

  return { show, ignore }
}

function placeIn(text: string): MissedPlace | null {
  const [count, id] = text.split('-').map(idFrom)
  return count && id ? { count, id } : null
}
