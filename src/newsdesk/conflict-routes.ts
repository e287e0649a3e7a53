import type { Request, Response } from 'express'
import { readId, readLine, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { articleIn } from './address-routes.ts'
import { readArticle } from './article-form.ts'
import { formFrom, valuesOf } from './form-values.ts'
import type { NewsdeskTools } from './index.ts'
import { choiceName, choices, settleMerge } from './merge-forms.ts'
import { readConflict, readMeeting } from './read-conflict.ts'
import { readEditor } from './read-editor.ts'

export function conflictHandlers(tools: NewsdeskTools) {
  const { database, config, showNewsroom } = tools

  /** Both texts as one, in the editor; nothing is saved before she has read it. */
  async function merge(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const newest = await articleIn(req, database, visit.staff)
    const mine = valuesOf(readArticle(form, config.timeZone))
    const meeting = { newest, baseEditionId: readId(form, 'baseEditionId'), mine }
    if (readId(form, 'theirEditionId') !== newest.editionId) {
      const page = await readConflict(tools, meeting, visit.staff)
      return showNewsroom(res, 'newsdesk/conflict', page, visit.desk, 409)
    }
    const { merged } = await readMeeting(tools, meeting)
    const values = settleMerge(merged, (place) => {
      const chosen = readLine(form, choiceName(place))
      return choices.find((choice) => choice === chosen) ?? 'mine'
    })
    const typed = { ...formFrom(values, config.timeZone), version: newest.version, baseEditionId: newest.editionId }
    const page = await readEditor(tools, visit, newest, typed, { done: 'ghep' })
    await showNewsroom(res, 'newsdesk/editor', page, visit.desk)
  }

  return { merge }
}
