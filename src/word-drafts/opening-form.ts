import { type Description, descriptionIssues, type MediaWords } from '../media/index.ts'
import { type Issue, isTicked, readId, readLine, type Submitted, unbroken } from '../site/forms.ts'
import { firstThing } from './draft-body.ts'
import { isUsable, type WaitingFile, type WaitingText } from './waiting-file.ts'

/** What its reader says of a file before it becomes a draft. Pictures go by their place in the file. */
export type OpeningForm = {
  /** The letters of an old encoding stay as they are. */
  keepsLetters: boolean
  title: string
  categoryId: number | null
  /** The picture that stands above the text and in lists. */
  coverAt: number | null
  descriptions: Pick<Description, 'alternativeText' | 'isDecorative'>[]
  attachesOriginal: boolean
}

export const titleField = (keepsLetters: boolean): 'title' | 'titleAsFound' => (keepsLetters ? 'titleAsFound' : 'title')
export const alternativeField = (at: number): string => `alternativeText-${at + 1}`
export const decorativeField = (at: number): string => `isDecorative-${at + 1}`
export const asFoundValue = '1'

export const textOf = (
  { text, asFound }: WaitingFile,
  { keepsLetters }: Pick<OpeningForm, 'keepsLetters'>,
): WaitingText => (keepsLetters && asFound ? asFound.text : text)

/** As it is proposed: what was found, and the picture that the text begins with as its cover. */
export function proposedForm({ text, pictures }: WaitingFile): OpeningForm {
  const first = firstThing(text.body)
  return {
    keepsLetters: false,
    title: text.title,
    categoryId: null,
    coverAt: first !== null && pictures[first] && isUsable(pictures[first]) ? first : null,
    descriptions: text.pictures.map(({ alternativeText }) => ({ alternativeText, isDecorative: false })),
    attachesOriginal: false,
  }
}

export function readOpening(form: Submitted, { asFound, pictures }: WaitingFile): OpeningForm {
  const keepsLetters = asFound !== null && readLine(form, 'keepsLetters') === asFoundValue
  const cover = readId(form, 'cover')
  return {
    keepsLetters,
    title: readLine(form, titleField(keepsLetters)),
    categoryId: readId(form, 'categoryId'),
    coverAt: cover !== null && pictures[cover - 1] ? cover - 1 : null,
    descriptions: pictures.map((_, at) => ({
      alternativeText: readLine(form, alternativeField(at)),
      isDecorative: isTicked(form, decorativeField(at)),
    })),
    attachesOriginal: isTicked(form, 'attachesOriginal'),
  }
}

/** A draft may wait for its descriptions, but a wrong one is told at once. */
export function openingIssues(
  { descriptions }: OpeningForm,
  { pictures }: WaitingFile,
  words: MediaWords,
  brokenLetters: string,
): Issue[] {
  return descriptions.flatMap(({ alternativeText, isDecorative }, at) => {
    const picture = pictures[at]
    if (alternativeText === '' || !picture || !isUsable(picture)) return []
    const description = { alternativeText, isDecorative, caption: '', credit: '' }
    return [
      ...descriptionIssues(description, picture.name, words),
      ...unbroken(alternativeText, 'alternativeText', brokenLetters),
    ].map(({ text }) => ({ field: alternativeField(at), text }))
  })
}
