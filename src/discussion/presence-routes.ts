import type { Request, Response } from 'express'
import { inTransaction } from '../database/index.ts'
import { readId, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { articleIn } from './address-routes.ts'
import type { DiscussionTools } from './index.ts'
import { noteVisit } from './note-visit.ts'
import { presenceAnswer } from './presence-page.ts'
import { visitorWriter } from './visitor-store.ts'
import { discussionWords } from './words.ts'

export function presenceHandlers(tools: DiscussionTools) {
  const { config, database, world, currentVersion } = tools
  const words = discussionWords[config.language]

  async function beat(req: Request, res: Response, { staff }: Visit) {
    const { id } = await articleIn(req, tools, staff)
    const form = req.body as Submitted
    const now = world.clock.now()
    const answer = presenceAnswer({
      others: await noteVisit({ database, now }, staff.id, id, readId(form, 'seenTo')),
      current: await currentVersion(id),
      knownVersion: readId(form, 'version'),
      readerName: staff.name,
      now,
      timeZone: config.timeZone,
      words,
    })
    res.json(answer)
  }

  async function leave(req: Request, res: Response, { staff }: Visit) {
    const { id } = await articleIn(req, tools, staff)
    await inTransaction(database, (transaction) => visitorWriter(transaction, world.clock.now()).leave(id, staff.id))
    res.status(204).end()
  }

  return { beat, leave }
}
