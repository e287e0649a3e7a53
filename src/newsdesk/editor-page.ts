import { deskState } from '../articles/index.ts'
import type { CategoryTree } from '../categories/index.ts'
import type { ChecksPart } from '../checks/index.ts'
import type { DiscussionParts } from '../discussion/index.ts'
import type { DocumentPicker } from '../documents/index.ts'
import type { Picture, PictureView, UploadForm } from '../media/index.ts'
import { type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { clockTime, dateWithTime } from '../text/dates.ts'
import type { DoctorWords } from '../text/doctor/index.ts'
import type { WordFileForm } from '../word-files/index.ts'
import type { AutosavePart } from './autosave-page.ts'
import { type CoverPart, coverPart, type EditorFields, editorFields } from './editor-fields-page.ts'
import { type GatePart, type GateParts, gatePart } from './gate-page.ts'
import type { PasteWords } from './paste-words.ts'
import * as paths from './paths.ts'
import type { SharePreview } from './share-preview-page.ts'
import type { DeskWords } from './wording.ts'

export type EditorPage = {
  title: string
  words: DeskWords
  listPath: string
  actions: {
    save: string
    preview: string
    previewBody: string
    library: string
    examineText: string
    linkTargets: string
  }
  /** Addresses of our own begin with it; links to them are kept without. */
  siteUrl: string
  version: number
  formKey: string | null
  baseEditionId: number | null
  gates: GatePart
  live: { address: string } | null
  /** History, slip and whatever else there is about this article. */
  links: { name: string; path: string }[]
  isInTrash: boolean
  notice: Notice
  summary: IssueSummary
  fields: EditorFields
  cover: CoverPart
  picker: Omit<Picker, 'words'>
  doctor: DoctorWords
  documents: DocumentPicker
  checks: ChecksPart
  sharePreview: SharePreview
  pasteLine: PasteLine
  autosave: AutosavePart
  /** Where a file may be dropped instead of writing; null once there is an article. */
  wordFile: WordFileForm | null
  /** Null before the first save. */
  discussion: DiscussionParts | null
}

/** What the editor says about what was pasted; `wording` is JSON for its script. */
export type PasteLine = { convert: string; wording: string }

/** Where pictures are chosen: in a dialog with script, in the library without. */
export type Picker = { words: DeskWords; address: string; upload: UploadForm }

export type EditorParts = GateParts & {
  cover: { picture: Picture; view: PictureView } | null
  recentPictures: Picture[]
  tree: CategoryTree
  siteUrl: string
  publicAddress: string | null
  links: { name: string; path: string }[]
  issues: Issue[]
  done: string
  /** Instead of the sentence of what was done. */
  notice: Notice
  wordFile: WordFileForm | null
  media: { library: string; picker: string; upload: UploadForm }
  doctor: DoctorWords
  documents: DocumentPicker
  checks: ChecksPart
  sharePreview: SharePreview
  paste: PasteWords
  autosave: AutosavePart
  discussion: DiscussionParts | null
  toFix: (count: number) => string
}

export function editorPage(parts: EditorParts): EditorPage {
  const { article, form, issues, now, words, toFix, publicAddress, media } = parts
  return {
    title: article ? words.editTitle : words.newTitle,
    words,
    listPath: paths.articlesPath,
    actions: {
      save: article ? paths.articlePath(article.id) : paths.articlesPath,
      preview: paths.previewTypedPath,
      previewBody: paths.previewBodyPath,
      library: media.library,
      examineText: paths.examineTextPath,
      linkTargets: paths.linkTargetsPath,
    },
    siteUrl: parts.siteUrl,
    version: form.version,
    formKey: form.formKey,
    baseEditionId: form.baseEditionId,
    gates: gatePart(parts),
    live: publicAddress ? { address: publicAddress } : null,
    links: parts.links,
    isInTrash: article !== null && deskState(article, now) === 'trash',
    notice: parts.notice ?? doneNotice(parts),
    summary: issueSummary(issues, toFix),
    fields: editorFields(parts),
    cover: coverPart(parts),
    picker: { address: media.picker, upload: media.upload },
    doctor: parts.doctor,
    documents: parts.documents,
    checks: parts.checks,
    sharePreview: parts.sharePreview,
    pasteLine: { convert: parts.paste.convert, wording: JSON.stringify(parts.paste.line) },
    autosave: parts.autosave,
    wordFile: parts.wordFile,
    discussion: parts.discussion,
  }
}

function doneNotice({ article, done, timeZone, words }: EditorParts): Notice {
  if (!article) return done === paths.restoreParameter ? { kind: 'ok', text: words.done[paths.restoreParameter] } : null
  const sentences: Record<string, string> = {
    ...words.done,
    luu: words.saved(clockTime(article.changedAt, timeZone)),
    dang: words.published,
    hen: words.scheduled(article.publishedAt ? dateWithTime(article.publishedAt, timeZone) : ''),
    go: words.withdrew,
    'khoi-phuc': words.restored,
  }
  const text = Object.hasOwn(sentences, done) ? sentences[done] : undefined
  return text ? { kind: 'ok', text } : null
}
