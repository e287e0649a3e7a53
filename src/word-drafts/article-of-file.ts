import { documentsField } from '../documents/index.ts'
import type { Picture } from '../media/index.ts'
import { contentLimits } from '../newsdesk/index.ts'
import type { Submitted } from '../site/forms.ts'
import { escapeCaption, escapeLabel, escapeWords, partCaption } from '../word-files/index.ts'
import { type PictureMark, pictureMarkdown, placePictures, withoutFirst } from './draft-body.ts'
import { type OpeningForm, textOf } from './opening-form.ts'
import type { WaitingFile, WaitingText } from './waiting-file.ts'

/** What of a file lies in the libraries: pictures by their place in the file. */
export type Received = { pictures: ReadonlyMap<number, Picture>; documentId: number | null }

export const nothingReceived: Received = { pictures: new Map(), documentId: null }

/** The form that somebody would have filled in who typed the article by hand. */
export function formOfFile(file: WaitingFile, typed: OpeningForm, received: Received): Submitted {
  const text = fitting(textOf(file, typed))
  const cover = typed.coverAt === null ? undefined : received.pictures.get(typed.coverAt)
  return {
    formKey: file.key,
    title: typed.title,
    lead: text.lead,
    body: bodyOf(text, typed, received),
    author: text.author,
    unit: text.unit,
    sourceName: text.source,
    // The letterhead is left out, and readers look for documents by their numbers.
    tags: text.documentNumber ?? '',
    genre: text.documentNumber === null ? 'news' : 'notice',
    categoryId: String(typed.categoryId ?? ''),
    coverPictureId: String(cover?.id ?? ''),
    [documentsField]: String(received.documentId ?? ''),
  }
}

/** What is longer than its field belongs to the text: nothing that was written is lost. */
function fitting(text: WaitingText): WaitingText {
  const names = [text.author, text.unit].filter(Boolean).join(' - ')
  const isLeadLong = text.lead.length > contentLimits.lead
  const areNamesLong = Math.max(text.author.length, text.unit.length, text.source.length) > contentLimits.line
  const before = isLeadLong ? [escapeWords(text.lead)] : []
  const after = areNamesLong ? [names, text.source].filter(Boolean).map(escapeWords) : []
  return {
    ...text,
    lead: isLeadLong ? '' : text.lead,
    ...(areNamesLong ? { author: '', unit: '', source: '' } : {}),
    body: [...before, text.body, ...after].join('\n\n'),
  }
}

function bodyOf(text: WaitingText, { coverAt, descriptions }: OpeningForm, { pictures }: Received): string {
  const isCovered = coverAt !== null && pictures.has(coverAt)
  const body = isCovered ? withoutFirst(text.body, coverAt) : text.body
  return placePictures(body, (mark) => {
    const picture = pictures.get(mark.at)
    if (!picture) return ''
    const { alternativeText = '', isDecorative = false } = descriptions[mark.at] ?? {}
    const typed = isDecorative ? '' : alternativeText
    return pictureMarkdown(`anh:${picture.id}`, {
      label: labelOf(mark, text, typed),
      title: titleOf(mark, text, picture),
    })
  })
}

/** What was typed stands where the author's words stood; a picture that is shown again may say something of its own there. */
function labelOf({ at, label }: PictureMark, { pictures }: WaitingText, typed: string): string {
  const isAuthors = label === escapeLabel(pictures[at]?.alternativeText ?? '')
  return isAuthors ? escapeLabel(typed) : label
}

/** The name of the photographer stands once: with the picture, where the library has it. */
function titleOf({ at, title }: PictureMark, { pictures }: WaitingText, { credit }: Picture): string {
  const caption = pictures[at]?.caption ?? ''
  if (title === '' || credit === '') return title
  return escapeCaption(partCaption(caption).caption)
}
