import type { CategoryTree } from '../categories/index.ts'
import type { Picture, PictureView, UploadForm } from '../media/index.ts'
import {
  type Choice,
  type Field,
  field,
  type Issue,
  type IssueSummary,
  issueSummary,
  type Notice,
} from '../site/forms.ts'
import { clockTime, dateWithTime, localDateTime } from '../text/dates.ts'
import type { DoctorWords } from '../text/doctor/index.ts'
import type { ArticleForm } from './article-form.ts'
import { emptyContent } from './content.ts'
import { type DeskArticle, type DeskState, deskState, hasUnpublishedChanges } from './desk-article.ts'
import { categoryChoices } from './list-page.ts'
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
  live: { path: string } | null
  mayPublish: boolean
  isInTrash: boolean
  publishWord: string
  notice: Notice
  summary: IssueSummary
  conflict: { text: string; newestPath: string } | null
  fields: Record<
    | 'title'
    | 'lead'
    | 'body'
    | 'categoryId'
    | 'author'
    | 'unit'
    | 'sourceName'
    | 'sourceAddress'
    | 'tags'
    | 'slug'
    | 'publishAt',
    Field
  >
  cover: CoverPart
  picker: Omit<Picker, 'words'>
  doctor: DoctorWords
  deeds: { action: string; name: string; help: string; isDanger: boolean }[]
}

export type CoverPart = {
  choice: Field
  alternative: Field
  isDecorative: boolean
  picture: PictureView | null
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
  publicPath: string | null
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
  const { article, form, may, issues, now, words, toFix, publicPath, media } = parts
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
    live: publicPath ? { path: publicPath } : null,
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

function editorFields({ form, tree, issues, publicPath, words }: EditorParts): EditorPage['fields'] {
  const { content } = form
  const area = (name: 'title' | 'lead' | 'body', rows: number, help: string | null) =>
    field({ name, label: words[name], value: content[name], control: 'textarea', rows, help }, issues)
  const line = (name: 'author' | 'unit' | 'sourceName') =>
    field({ name, label: words[name], value: content[name] }, issues)
  const choices: Choice[] = [{ value: '', name: words.chooseCategory }, ...categoryChoices(tree)]
  return {
    title: area('title', 2, null),
    lead: area('lead', 4, words.leadHelp),
    body: area('body', 16, words.bodyHelp),
    categoryId: field(
      {
        name: 'categoryId',
        label: words.category,
        value: String(content.categoryId ?? ''),
        control: 'select',
        choices,
      },
      issues,
    ),
    author: line('author'),
    unit: line('unit'),
    sourceName: line('sourceName'),
    sourceAddress: field(
      { name: 'sourceAddress', label: words.sourceAddress, value: content.sourceAddress, control: 'url' },
      issues,
    ),
    tags: field({ name: 'tags', label: words.tags, value: form.tagsText }, issues),
    slug: field(
      {
        name: 'slug',
        label: words.slug,
        value: form.slugText,
        help: publicPath ? words.slugShown(publicPath) : words.slugHelp,
      },
      issues,
    ),
    publishAt: field(
      {
        name: 'publishAt',
        label: words.publishAt,
        value: form.publishAtText,
        control: 'datetime-local',
        help: words.publishAtHelp,
      },
      issues,
    ),
  }
}

function coverPart({ form, cover, recentPictures, issues, words }: EditorParts): CoverPart {
  const known = cover ? [cover.picture, ...recentPictures.filter(({ id }) => id !== cover.picture.id)] : recentPictures
  const choices = [
    { value: '', name: words.noCover },
    ...known.map(({ id, originalName }) => ({ value: String(id), name: originalName })),
  ]
  return {
    choice: field(
      {
        name: 'coverPictureId',
        label: words.cover,
        value: String(form.content.coverPictureId ?? ''),
        control: 'select',
        choices,
      },
      issues,
    ),
    alternative: field(
      {
        name: 'coverAlternative',
        label: words.coverAlternative,
        value: form.cover.alternativeText,
        control: 'textarea',
        rows: 2,
        help: words.coverAlternativeHelp,
      },
      issues,
    ),
    isDecorative: form.cover.isDecorative,
    picture: cover?.view ?? null,
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
