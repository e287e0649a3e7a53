import type { Request, Response } from 'express'
import { autosaveWriter, type DeskArticle, deskArticleReader, findArticleFor, slotOf } from '../articles/index.ts'
import { inTransaction } from '../database/index.ts'
import { malformed, notFound } from '../site/faults.ts'
import { readTyped, type Submitted } from '../site/forms.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import { articleIn } from './address-routes.ts'
import { readArticle } from './article-form.ts'
import { type AutosaveOutcome, autosaveArticle, mostNewForms } from './autosave-article.ts'
import { isTooLarge, readTypedForm, readWindow } from './autosave-form.ts'
import { type AutosaveAnswer, autosaveAnswer } from './autosave-page.ts'
import { autosaveWords } from './autosave-words.ts'
import type { NewsdeskTools } from './index.ts'
import { articlePath, newArticlePath } from './paths.ts'

const statuses: Record<AutosaveOutcome['kind'], 200 | 409> = {
  kept: 200,
  'nothing-new': 200,
  'newer-version': 409,
  'other-window': 409,
  'too-many': 409,
}

export function autosaveHandlers(tools: NewsdeskTools) {
  const { database, world, config } = tools
  const words = autosaveWords[config.language]

  async function keep(req: Request, res: Response, { staff }: Visit) {
    const place = await placeOf(req, staff)
    const form = readTypedForm(req.body as Submitted)
    if (isTooLarge(form)) return answer(res, 413, { kind: 'too-large', at: null, sentence: words.tooLarge })
    const window = readWindow(req.body as Submitted)
    const outcome = await autosaveArticle(tools, staff.id, { ...place, form, window })
    const now = world.clock.now()
    const { timeZone } = config
    const said = autosaveAnswer(outcome, { mostNewForms, staffId: staff.id, now, timeZone, words })
    answer(res, statuses[outcome.kind], said)
  }

  const answer = (res: Response, status: number, said: AutosaveAnswer) => void res.status(status).json(said)

  async function drop(req: Request, res: Response, { staff }: Visit) {
    const { article, formKey } = await placeOf(req, staff)
    const slot = slotOf(article?.id ?? null, formKey)
    const savedAt = readTyped(req.body as Submitted, 'seenAutosave')
    await inTransaction(database, (transaction) =>
      autosaveWriter(transaction, world.clock.now()).drop(staff.id, slot, savedAt),
    )
    if (req.accepts('html', 'json') === 'json') return void res.json({ kind: 'dropped' })
    res.redirect(303, article ? articlePath(article.id) : newArticlePath)
  }

  /** For a page whose session ended: whether the one that came after it is the same person's, and what its forms carry. */
  function sendSession(_req: Request, res: Response, { staff, desk }: Visit) {
    res.json({ kind: 'signed-in', staffId: staff.id, formToken: desk.formToken })
  }

  /** A form of a new article that has made it meanwhile is kept with its article. */
  async function placeOf(req: Request, staff: StaffMember): Promise<{ article: DeskArticle | null; formKey: string }> {
    const { formKey } = readArticle((req.body ?? {}) as Submitted, config.timeZone)
    if (req.params['id'] !== undefined)
      return { article: await articleIn(req, database, staff), formKey: formKey ?? '' }
    if (formKey === null) malformed()
    const made = await deskArticleReader(database.read).findByFormKey(formKey)
    const article = made && ((await findArticleFor(database, made.id, staff)) ?? notFound())
    return { article, formKey }
  }

  return { keep, drop, sendSession }
}
