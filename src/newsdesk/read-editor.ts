import { type DeskArticle, deeds, deskState, eventReader, mayDo, workStage } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import { documentPicker, documentReader, documentWords } from '../documents/index.ts'
import {
  chooserPath,
  libraryPath,
  mediaWords,
  type Picture,
  pictureReader,
  pictureView,
  uploadForm,
} from '../media/index.ts'
import { articlePath as publicArticlePath } from '../news/index.ts'
import { rulesReader } from '../rules/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { doctorWords } from '../text/doctor/index.ts'
import type { ArticleForm } from './article-form.ts'
import { formOf } from './editor-form.ts'
import { type EditorPage, editorPage } from './editor-page.ts'
import type { Signatures } from './gate-page.ts'
import type { NewsdeskTools } from './index.ts'
import { pasteWords } from './paste-words.ts'
import { readAutosave } from './read-autosave.ts'
import { readChecks } from './read-checks.ts'
import { sharePreview } from './share-preview-page.ts'
import { shareWords } from './share-words.ts'
import { wordingIn } from './wording.ts'

const mostRecentPictures = 50
const mostRecentDocuments = 20
const coverSizes = '21rem'

/** What there is to say about what was just tried. */
export type Said = { issues?: Issue[]; done?: string; note?: string; notice?: Notice }

/** The editor of an article, or of one that is not there yet; without a form as it stands in the database. */
export async function readEditor(
  tools: NewsdeskTools,
  visit: Visit,
  article: DeskArticle | null,
  typed: ArticleForm | null,
  said: Said,
): Promise<EditorPage> {
  const { database, config, world } = tools
  const { staff, desk } = visit
  const now = world.clock.now()
  const rules = await rulesReader(database.read).get()
  const coverId = (typed?.content ?? article?.content)?.coverPictureId ?? null
  const picture = coverId === null ? null : await findPicture(coverId)
  const stored = formOf(article, picture, config.timeZone)
  const form = typed ?? stored
  const cover = picture && {
    picture,
    view: pictureView(picture, { sizes: coverSizes, loading: 'lazy', audience: 'staff' }),
  }
  const isOnPortal = article !== null && ['live', 'expired', 'withdrawn'].includes(deskState(article, now))
  return editorPage({
    article,
    form,
    checks: await readChecks(tools, form),
    autosave: await readAutosave(tools, visit, { article, form, stored }),
    cover,
    paste: pasteWords[config.language],
    sharePreview: sharePreview({ form, cover, siteUrl: config.siteUrl, words: shareWords[config.language] }),
    recentPictures: await pictureReader(database.read).listNewest(
      { filter: 'all', found: null, before: null },
      mostRecentPictures,
    ),
    tree: await categoryReader(database.read).getTree(),
    siteUrl: config.siteUrl,
    publicAddress: isOnPortal ? (config.staffPort ? config.siteUrl : '') + publicArticlePath(article) : null,
    may: new Set(deeds.filter((deed) => mayDo(deed, { article, staff, rules, now }))),
    signatures: article === null ? noSignatures : await readSignatures(article),
    issues: said.issues ?? [],
    done: said.done ?? '',
    note: said.note ?? '',
    notice: said.notice ?? null,
    wordFile: article === null ? tools.wordFiles.form(desk.formToken) : null,
    media: {
      library: libraryPath,
      picker: chooserPath,
      upload: uploadForm(desk.formToken, mediaWords[config.language]),
    },
    now,
    timeZone: config.timeZone,
    words: wordingIn(config.language),
    approval: article && (await tools.readApproval(article)),
    documents: documentPicker(
      await documentReader(database.read).listByIds(form.content.documentIds),
      await documentReader(database.read).listNewest({ search: '', before: null }, mostRecentDocuments),
      documentWords[config.language],
    ),
    links: article ? tools.linksAbout(article.id, staff) : [],
    discussion: article && (await tools.readDiscussion(article.id, visit)),
    doctor: doctorWords[config.language],
    toFix: siteWords[config.language].toFix,
  })

  function findPicture(id: number): Promise<Picture | null> {
    return pictureReader(database.read).find(id)
  }

  async function readSignatures(known: DeskArticle): Promise<Signatures> {
    const events = eventReader(database.read)
    const stage = workStage(known)
    return {
      submitted: stage === 'submitted' || stage === 'reviewed' ? await events.findLast(known.id, 'submitted') : null,
      reviewed: stage === 'reviewed' ? await events.findLast(known.id, 'reviewed') : null,
      returned: stage === 'returned' ? await events.findLast(known.id, 'returned') : null,
      unreviewed: known.unreviewed ? await events.findLast(known.id, 'published-unreviewed') : null,
    }
  }
}

const noSignatures: Signatures = { submitted: null, reviewed: null, returned: null, unreviewed: null }
