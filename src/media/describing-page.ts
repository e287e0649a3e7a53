import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { endingOf, mostAtOnce, type Typed } from './describing-form.ts'
import type { DescribingWords } from './describing-words.ts'
import { describingPath, libraryPath, picturePath } from './paths.ts'
import { type PictureView, pictureView } from './picture-view.ts'
import type { MediaWords } from './words.ts'

/** Several pictures without a description, to be described in one go. */
export type DescribingPage = {
  title: string
  words: DescribingWords
  media: MediaWords
  libraryPath: string
  action: string
  notice: Notice
  summary: IssueSummary
  left: string
  pictures: DescribedPart[]
  next: string | null
}

export type DescribedPart = {
  id: number
  name: string
  path: string
  picture: PictureView
  usedIn: string
  fields: Field[]
  decorative: { name: string; isTicked: boolean }
}

export type DescribingParts = {
  /** May hold one more than a page shows, which tells that there are others. */
  typed: Typed[]
  /** Articles that show each. */
  uses: ReadonlyMap<number, number>
  left: number
  notice: Notice
  issues: Issue[]
  words: DescribingWords
  media: MediaWords
  toFix: (count: number) => string
}

export function describingPage({ typed, words, media, ...parts }: DescribingParts): DescribingPage {
  const last = typed.length > mostAtOnce ? typed[mostAtOnce - 1]?.picture : undefined
  return {
    title: words.title,
    words,
    media,
    libraryPath,
    action: describingPath,
    notice: parts.notice,
    summary: issueSummary(parts.issues, parts.toFix),
    left: words.left(parts.left),
    pictures: typed
      .slice(0, mostAtOnce)
      .map((each) => describedPart(each, media.usedIn(parts.uses.get(each.picture.id) ?? 0), parts.issues, media)),
    next: last ? `${describingPath}?before=${last.id}` : null,
  }
}

function describedPart(
  { picture, description }: Typed,
  usedIn: string,
  issues: readonly Issue[],
  words: MediaWords,
): DescribedPart {
  const ending = endingOf(picture.id)
  const { alternativeText, caption, credit, isDecorative } = description
  return {
    id: picture.id,
    name: picture.originalName,
    path: picturePath(picture.id),
    picture: pictureView(picture, {
      sizes: '(min-width: 40em) 20rem, 92vw',
      loading: 'lazy',
      alternativeText: words.chosen,
      audience: 'staff',
    }),
    usedIn,
    fields: [
      field(
        { name: `alternativeText${ending}`, label: words.alternativeText, value: alternativeText, control: 'textarea' },
        issues,
      ),
      field({ name: `caption${ending}`, label: words.caption, value: caption }, issues),
      field({ name: `credit${ending}`, label: words.credit, value: credit }, issues),
    ],
    decorative: { name: `isDecorative${ending}`, isTicked: isDecorative },
  }
}
