import type { Request, Response } from 'express'
import { categoryReader } from '../categories/index.ts'
import {
  chooserPath,
  describePicture,
  libraryPath,
  mediaWords,
  type Picture,
  pictureReader,
  pictureView,
  uploadForm,
} from '../media/index.ts'
import { articlePath as publicArticlePath } from '../news/index.ts'
import type { Issue, Submitted } from '../site/forms.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { doctorWords } from '../text/doctor/index.ts'
import { articleOrNew } from './address-routes.ts'
import { type ArticleForm, readArticle } from './article-form.ts'
import { type DeskArticle, deskState } from './desk-article.ts'
import { type EditorParts, editorPage, formOf } from './editor-page.ts'
import { coverDescription, isCoverChanged, type Judgement, judgeArticle, type Purpose } from './judge-article.ts'
import { articlePath } from './paths.ts'
import { publishArticle } from './publish-article.ts'
import { rerenderPicture } from './rerender.ts'
import { type Conflict, type SaveWish, saveArticle } from './save-article.ts'
import type { DeskRouteTools } from './staff-routes.ts'
import { newsdeskWords } from './words.ts'

const mostRecentPictures = 50
const coverSizes = '21rem'

type Shown = { issues?: Issue[]; done?: string; conflict?: DeskArticle | null; status?: number }

export function editorHandlers(tools: DeskRouteTools) {
  const { database, config, world, showNewsroom } = tools
  const words = newsdeskWords[config.language]
  const publicOrigin = config.staffPort ? config.siteUrl : ''

  async function showNew(_req: Request, res: Response, visit: Visit) {
    await showEditor(res, visit, null, formOf(null, null, config.timeZone), {})
  }

  async function showArticle(req: Request, res: Response, visit: Visit) {
    const article = await articleOrNew(req, database, visit.staff)
    const cover = article?.content.coverPictureId ? await findPicture(article.content.coverPictureId) : null
    await showEditor(res, visit, article, formOf(article, cover, config.timeZone), {
      done: String(req.query['xong'] ?? ''),
    })
  }

  async function save(req: Request, res: Response, visit: Visit) {
    await work(req, res, visit, 'save', async (wish) => {
      const outcome = await saveArticle({ database, world }, visit.staff, wish)
      return 'conflict' in outcome ? outcome : { article: outcome.saved, done: 'luu' }
    })
  }

  async function publish(req: Request, res: Response, visit: Visit) {
    await work(req, res, visit, 'publish', async (wish) => {
      const outcome = await publishArticle({ database, world }, visit.staff, wish)
      if ('conflict' in outcome) return outcome
      const isScheduled = deskState(outcome.published, world.clock.now()) === 'scheduled'
      return { article: outcome.published, done: isScheduled ? 'hen' : 'dang' }
    })
  }

  type Act = (wish: SaveWish) => Promise<{ article: DeskArticle; done: string } | Conflict>

  /** Reads, judges, acts: the same for a draft and for publishing. Everything typed comes back whenever it was not done. */
  async function work(req: Request, res: Response, visit: Visit, purpose: Purpose, act: Act) {
    const article = await articleOrNew(req, database, visit.staff)
    const form = readArticle(req.body as Submitted, config.timeZone)
    const judgement = await judgeArticle({ ...tools }, form, article, purpose, world.clock.now())
    if (judgement.issues.length > 0)
      return showEditor(res, visit, article, form, { issues: judgement.issues, status: 422 })

    const wish = { articleId: article?.id ?? null, version: form.version, content: form.content, body: judgement.body }
    const outcome = await act(wish)
    if ('conflict' in outcome) return showEditor(res, visit, article, form, { conflict: outcome.conflict, status: 409 })
    await describeCover(visit.staff, form, judgement)
    res.redirect(303, `${articlePath(outcome.article.id)}?xong=${outcome.done}`)
  }

  async function describeCover(staff: StaffMember, form: ArticleForm, { cover }: Judgement) {
    if (!cover || !isCoverChanged(form, cover)) return
    const describing = { database, world, rerender: (id: number) => rerenderPicture(tools, id) }
    await describePicture(describing, staff, cover.id, coverDescription(form.cover, cover))
  }

  async function showEditor(res: Response, visit: Visit, article: DeskArticle | null, form: ArticleForm, shown: Shown) {
    const parts = await editorParts(visit, article, form, shown)
    await showNewsroom(res, 'newsdesk/editor', editorPage(parts), visit.desk, shown.status ?? 200)
  }

  async function editorParts(
    { staff, desk }: Visit,
    article: DeskArticle | null,
    form: ArticleForm,
    shown: Shown,
  ): Promise<EditorParts> {
    const picture = form.content.coverPictureId === null ? null : await findPicture(form.content.coverPictureId)
    const now = world.clock.now()
    return {
      article,
      form,
      cover: picture && {
        picture,
        view: pictureView(picture, { sizes: coverSizes, loading: 'lazy', audience: 'staff' }),
      },
      recentPictures: await pictureReader(database.read).listNewest(
        { filter: 'all', search: '', before: null },
        mostRecentPictures,
      ),
      tree: await categoryReader(database.read).getTree(),
      publicAddress: article && deskState(article, now) === 'live' ? publicOrigin + publicArticlePath(article) : null,
      may: { publish: staff.may('publish-articles'), removeDrafts: true },
      issues: shown.issues ?? [],
      done: shown.done ?? '',
      conflict: shown.conflict ?? null,
      media: {
        library: libraryPath,
        picker: chooserPath,
        upload: uploadForm(desk.formToken, mediaWords[config.language]),
      },
      now,
      timeZone: config.timeZone,
      words,
      doctor: doctorWords[config.language],
      toFix: siteWords[config.language].toFix,
    }
  }

  const findPicture = (id: number): Promise<Picture | null> => pictureReader(database.read).find(id)

  return { showNew, showArticle, save, publish }
}
