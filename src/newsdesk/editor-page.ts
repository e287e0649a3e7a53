import type { CategoryTree } from '../categories/index.ts'
import type { Picture, PictureView, UploadForm } from '../media/index.ts'
import { type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { clockTime, dateWithTime, localDateTime } from '../text/dates.ts'
import type { DoctorWords } from '../text/doctor/index.ts'
import type { ArticleForm } from './article-form.ts'
import { emptyContent } from './content.ts'
import { type DeskArticle, type DeskState, deskState, hasUnpublishedChanges } from './desk-article.ts'
import { type CoverPart, coverPart, type EditorFields, editorFields } from './editor-fields-page.ts'
import * as paths from './paths.ts'
import type { NewsdeskWords } from './words.ts'

export type EditorPage = {
  title: string
  words: NewsdeskWords
  listPath: string
  actions: {
    save: string
    publish: string
    preview: string
    previewBody: string
    saveAsNew: string
    library: string
    examineText: string
  }
  version: number
  state: { name: DeskState; label: string; note: string | null }
  live: { address: string } | null
  mayPublish: boolean
  isInTrash: boolean
  publishWord: string
  notice: Notice
  summary: IssueSummary
  conflict: { text: string; newestPath: string } | null
  fields: EditorFields
  cover: CoverPart
  picker: Omit<Picker, 'words'>
  doctor: DoctorWords
  deeds: { action: string; name: string; help: string; isDanger: boolean }[]
}

/** Where pictures are chosen: in a dialog with script, in the library without. */
export type Picker = { words: NewsdeskWords; address: string; upload: UploadForm }

export type EditorParts = {
  /** Null while a new article has not been saved. */
  article: DeskArticle | null
  form: ArticleForm
  cover: { picture: Picture; view: PictureView } | null
  recentPictures: Picture[]
  tree: CategoryTree
  publicAddress: string | null
  may: { publish: boolean; removeDrafts: boolean }
  issues: Issue[]
  done: string
  conflict: DeskArticle | null
  media: { library: string; picker: string; upload: UploadForm }
  now: string
  timeZone: string
  words: NewsdeskWords
  doctor: DoctorWords
  toFix: (count: number) => string
}

/** The form as it stands in the database, for opening an article. */
export function formOf(article: DeskArticle | null, picture: Picture | null, timeZone: string): ArticleForm {
  const content = article?.content ?? emptyContent
  const date = content.publishAt ?? article?.publishedAt ?? null
  return {
    version: article?.version ?? 0,
    content,
    publishAtText: date ? localDateTime(date, timeZone) : '',
    tagsText: content.tags.join(', '),
    slugText: article ? content.slug : '',
    cover: { alternativeText: picture?.alternativeText ?? '', isDecorative: picture?.isDecorative ?? false },
  }
}

export function editorPage(parts: EditorParts): EditorPage {
  const { article, form, may, issues, now, words, toFix, publicAddress, media } = parts
  const state = article ? deskState(article, now) : 'draft'
  return {
    title: article ? words.editTitle : words.newTitle,
    words,
    listPath: paths.articlesPath,
    actions: {
      save: article ? paths.articlePath(article.id) : paths.articlesPath,
      publish: article ? paths.publishPath(article.id) : paths.publishNewPath,
      preview: paths.previewTypedPath,
      previewBody: paths.previewBodyPath,
      saveAsNew: paths.articlesPath,
      library: media.library,
      examineText: paths.examineTextPath,
    },
    version: form.version,
    state: { name: state, label: words.states[state], note: stateNote(parts, state) },
    live: publicAddress ? { address: publicAddress } : null,
    mayPublish: may.publish,
    isInTrash: state === 'trash',
    publishWord: state === 'live' ? words.publishChanges : words.publish,
    notice: doneNotice(parts),
    summary: issueSummary(issues, toFix),
    conflict: conflictPart(parts),
    fields: editorFields(parts),
    cover: coverPart(parts),
    picker: { address: media.picker, upload: media.upload },
    doctor: parts.doctor,
    deeds: article ? deeds(article, state, parts) : [],
  }
}

function stateNote({ article, timeZone, words }: EditorParts, state: DeskState): string | null {
  if (!article) return null
  if (state === 'scheduled' && article.publishedAt) return words.goesLive(dateWithTime(article.publishedAt, timeZone))
  return hasUnpublishedChanges(article) ? words.changesWait : null
}

function doneNotice({ article, done, timeZone, words }: EditorParts): Notice {
  if (!article) return null
  const sentences: Record<string, string> = {
    luu: words.saved(clockTime(article.changedAt, timeZone)),
    dang: words.published,
    hen: words.scheduled(article.publishedAt ? dateWithTime(article.publishedAt, timeZone) : ''),
    go: words.tookDown,
    'khoi-phuc': words.restored,
  }
  const text = Object.hasOwn(sentences, done) ? sentences[done] : undefined
  return text ? { kind: 'ok', text } : null
}

function conflictPart({ conflict, timeZone, words }: EditorParts): EditorPage['conflict'] {
  if (!conflict) return null
  const text = words.conflict(conflict.changedByName || words.somebody, clockTime(conflict.changedAt, timeZone))
  return { text, newestPath: paths.articlePath(conflict.id) }
}

function deeds(article: DeskArticle, state: DeskState, { may, words }: EditorParts): EditorPage['deeds'] {
  const takeDown = {
    action: paths.takeDownPath(article.id),
    name: words.takeDown,
    help: words.takeDownHelp,
    isDanger: true,
  }
  const trash = { action: paths.trashPath(article.id), name: words.trash, help: words.trashHelp, isDanger: true }
  const restore = { action: paths.restorePath(article.id), name: words.restore, help: words.restored, isDanger: false }
  if (state === 'live' || state === 'scheduled') return may.publish ? [takeDown] : []
  if (!may.removeDrafts) return []
  return state === 'trash' ? [restore] : [trash]
}
