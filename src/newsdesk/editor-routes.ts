import type { Request, Response } from 'express'
import {
  autosaveReader,
  type Deed,
  deskState,
  type Outcome,
  publishArticle,
  publishUnreviewed,
  rerenderPicture,
  reviewArticle,
  type SaveWish,
  saveArticle,
  slotOf,
  submitArticle,
} from '../articles/index.ts'
import { describePicture } from '../media/index.ts'
import { pictureSearch } from '../search/index.ts'
import type { Submitted } from '../site/forms.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import { articleIn, articleOrNew } from './address-routes.ts'
import { type ArticleForm, readArticle, withUntouchedDate } from './article-form.ts'
import { formOf } from './editor-form.ts'
import { valuesOf } from './form-values.ts'
import type { NewsdeskTools } from './index.ts'
import { coverDescription, isCoverChanged, type Judgement, judgeArticle } from './judge-article.ts'
import { articlePath, newArticlePath, restoreParameter, wordFileParameter } from './paths.ts'
import { type Meeting, readConflict } from './read-conflict.ts'
import { readEditor, type Said } from './read-editor.ts'
import { wordingIn } from './wording.ts'

/** What is done with a form; `done` names the sentence that tells so. */
type Act = (wish: SaveWish, form: ArticleForm, staff: StaffMember) => Promise<Outcome>

export function editorHandlers(tools: NewsdeskTools) {
  const { database, config, world, showNewsroom } = tools
  const words = wordingIn(config.language)
  const desk = { config, database, world }

  async function showNew(req: Request, res: Response, visit: Visit) {
    const asked = req.query[restoreParameter]
    if (asked === undefined)
      return showEditor(res, visit, null, { ...formOf(null, null, config.timeZone), formKey: newFormKey() }, {})
    const form = await findKeptForm(visit, null, String(asked))
    if (!form) return res.redirect(303, newArticlePath)
    await showEditor(res, visit, null, form, { done: restoreParameter })
  }

  async function showArticle(req: Request, res: Response, visit: Visit) {
    const article = await articleIn(req, database, visit.staff)
    const form = restoreParameter in req.query ? await findKeptForm(visit, article.id, '') : null
    const notice = await tools.wordFiles.noticeFor(
      visit.staff.id,
      String(req.query[wordFileParameter] ?? ''),
      article.id,
    )
    const done = form ? restoreParameter : String(req.query['xong'] ?? '')
    await showEditor(res, visit, article, form, { done, notice })
  }

  /** What she typed and never saved, with the version that she had before her: whoever saved since is not overwritten. */
  async function findKeptForm({ staff }: Visit, articleId: number | null, formKey: string) {
    const kept = await autosaveReader(database.read).find(staff.id, slotOf(articleId, formKey))
    return kept && readArticle(kept.form, config.timeZone)
  }

  const save = worker('save', 'luu', (wish, _form, staff) => saveArticle(desk, staff, wish))
  const submit = worker('submit', 'gui', (wish, _form, staff) => submitArticle(desk, staff, wish))
  const review = worker('review', 'duyet', (wish, _form, staff) => reviewArticle(desk, staff, wish))
  const publish = worker('publish', 'dang', (wish, _form, staff) => publishArticle(desk, staff, wish))
  const publishPast = worker('publish-unreviewed', 'dang', (wish, form, staff) =>
    publishUnreviewed(desk, staff, wish, form.reason),
  )

  /** Reads, judges, acts: the same for a draft and for publishing. Everything typed comes back whenever it was not done. */
  function worker(deed: Deed, done: string, act: Act) {
    return async (req: Request, res: Response, visit: Visit) => {
      const { staff } = visit
      const now = world.clock.now()
      const article = await articleOrNew(req, database, staff)
      const form = withUntouchedDate(readArticle(req.body as Submitted, config.timeZone), article, config.timeZone)
      const judgement = await judgeArticle({ ...tools }, form, article, deed, now, staff)
      const { issues } = judgement
      if (issues.length > 0) return showEditor(res, visit, article, form, { issues, status: 422 })

      const { version, formKey, content } = form
      const wish = { articleId: article?.id ?? null, version, formKey, content, body: judgement.body }
      const outcome = await act(wish, form, staff)
      if ('conflict' in outcome) {
        const { baseEditionId } = form
        return showConflict(res, visit, { newest: outcome.conflict, baseEditionId, mine: valuesOf(form) })
      }
      if ('ownGate' in outcome)
        return showEditor(res, visit, article, form, { issues: [{ field: 'title', text: words.ownGate }], status: 422 })
      await describeCover(staff, form, judgement)
      const isScheduled = done === 'dang' && deskState(outcome.article, now) === 'scheduled'
      res.redirect(303, `${articlePath(outcome.article.id)}?xong=${isScheduled ? 'hen' : done}`)
    }
  }

  const newFormKey = () => world.random(18).toString('base64url')

  async function describeCover(staff: StaffMember, form: ArticleForm, { cover }: Judgement) {
    if (!cover || !isCoverChanged(form, cover)) return
    const describing = {
      database,
      world,
      search: pictureSearch(database),
      rerender: (id: number) => rerenderPicture(tools, id),
    }
    await describePicture(describing, staff, cover.id, coverDescription(form.cover, cover))
  }

  async function showConflict(res: Response, visit: Visit, meeting: Meeting) {
    const page = await readConflict(tools, meeting, visit.staff)
    await showNewsroom(res, 'newsdesk/conflict', page, visit.desk, 409)
  }

  async function showEditor(
    res: Response,
    visit: Visit,
    article: Parameters<typeof readEditor>[2],
    form: ArticleForm | null,
    said: Said & { status?: number },
  ) {
    const page = await readEditor(tools, visit, article, form, said)
    await showNewsroom(res, 'newsdesk/editor', page, visit.desk, said.status ?? 200)
  }

  return { showNew, showArticle, save, submit, review, publish, publishUnreviewed: publishPast }
}
