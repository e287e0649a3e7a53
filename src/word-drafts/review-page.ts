import type { CategoryTree } from '../categories/index.ts'
import { categoryChoices } from '../newsdesk/index.ts'
import { type Field, field, type Issue, type IssueSummary, issueSummary, type Notice } from '../site/forms.ts'
import { shortDate } from '../text/dates.ts'
import { keepTogether, shortenAtWord, wordCount } from '../text/display.ts'
import { markdownWordCount } from '../text/markdown-words.ts'
import { formatNumber } from '../text/numbers.ts'
import { sentencesFor, type WordFileWords } from '../word-files/index.ts'
import { bodyFacts, textBefore } from './draft-body.ts'
import {
  alternativeField,
  asFoundValue,
  decorativeField,
  type OpeningForm,
  textOf,
  titleField,
} from './opening-form.ts'
import { discardPath, waitingPath, waitingPicturePath, wordFilesPath } from './paths.ts'
import { isUsable, type WaitingFile, type WaitingText } from './waiting-file.ts'
import type { WordDraftWords } from './words.ts'

export type ReviewPage = {
  title: string
  words: WordDraftWords
  help: string
  backPath: string
  action: string
  discardPath: string
  notice: Notice
  summary: IssueSummary
  /** The choice between the two texts of a file in an old encoding. */
  encoding: { help: string; keepsLetters: boolean; asFoundValue: string } | null
  texts: ShownText[]
  pictures: ShownPicture[]
  category: Field
  cover: Field | null
  attaching: { isTicked: boolean } | null
}

/** What was found, and what readers would get of it; `version` tells the two texts of an old encoding apart. */
export type ShownText = {
  version: 'unicode' | 'as-found'
  titleField: Field
  facts: { label: string; value: string }[]
  changes: string[]
  result: Result
}

/** `part('word-drafts/found', found)`. */
export type FoundPart = ShownText & { words: WordDraftWords }
export type ResultPart = Result & Pick<ShownText, 'version'>

export type Result = {
  id: string
  heading: string
  title: string
  lead: string
  byline: string
  bodyHtml: string
}

export type ShownPicture = { number: number; name: string; caption: string } & (
  | { issue: string; place: string }
  | {
      issue: null
      src: string
      width: number
      height: number
      alternative: Field
      decorative: { name: string; isTicked: boolean }
    }
)

export type PicturePart = ShownPicture & { words: WordDraftWords }

export type ReviewParts = {
  file: WaitingFile
  typed: OpeningForm
  /** Of the text in Unicode, then of the one as it was found. */
  bodiesHtml: string[]
  tree: CategoryTree
  until: string
  issues: Issue[]
  notice: Notice
  timeZone: string
  words: WordDraftWords
  wordFiles: WordFileWords
  toFix: (count: number) => string
}

export function reviewPage(parts: ReviewParts): ReviewPage {
  const { file, typed, issues, words, wordFiles } = parts
  const { key, asFound } = file
  return {
    title: words.reviewTitle,
    words,
    help: words.reviewHelp(file.name, parts.until),
    backPath: wordFilesPath,
    action: waitingPath(key),
    discardPath: discardPath(key),
    notice: parts.notice,
    summary: issueSummary(issues.map(withPlace), parts.toFix),
    encoding: asFound && {
      help: words.encodingHelp(wordFiles.legacies[asFound.legacy]),
      keepsLetters: typed.keepsLetters,
      asFoundValue,
    },
    texts: [false, ...(asFound ? [true] : [])].map((keepsLetters, at) => shownText(parts, keepsLetters, at)),
    pictures: file.pictures.map((_, at) => shownPicture(parts, at)),
    category: categoryField(parts),
    cover: coverField(parts),
    attaching: file.isOffice ? { isTicked: typed.attachesOriginal } : null,
  }
}

/** What cannot be put right here is shown beside the text that it is about. */
function withPlace({ field: name, text }: Issue): Issue {
  const isHere = /^(?:title|titleAsFound|categoryId|cover|alternativeText-\d+)$/.test(name)
  return { field: isHere ? name : 'result-unicode', text }
}

function shownText(parts: ReviewParts, keepsLetters: boolean, at: number): ShownText {
  const { file, typed, issues, words, wordFiles } = parts
  const text = textOf(file, { keepsLetters })
  const name = titleField(keepsLetters)
  const version = keepsLetters ? 'as-found' : 'unicode'
  const title = typed.keepsLetters === keepsLetters ? typed.title : text.title
  return {
    version,
    titleField: field(
      {
        name,
        label: keepsLetters ? words.titleAsFound : words.articleTitle,
        value: title,
        control: 'textarea',
        rows: 2,
        help: text.title === '' ? words.noTitle : null,
      },
      issues,
    ),
    facts: factsOf(text, parts),
    changes: sentencesFor(text.dropped, wordFiles),
    result: {
      id: `result-${version}`,
      heading: keepsLetters ? words.resultAsFound : words.result,
      title: keepTogether(title),
      lead: keepTogether(text.lead),
      byline: [text.author, text.unit].filter(Boolean).join(' - '),
      bodyHtml: parts.bodiesHtml[at] ?? '',
    },
  }
}

const lettersOfHeading = 60
const headingsShown = 12

function factsOf(text: WaitingText, { words, timeZone, file }: ReviewParts): ShownText['facts'] {
  const { facts, notFound } = words
  const { headings, tables } = bodyFacts(text.body)
  const counted = (number: number) => words.words(formatNumber(number))
  const shownHeadings = headings.slice(0, headingsShown).map((heading) => shortenAtWord(heading, lettersOfHeading))
  const optional = (label: string, value: string) => (value === '' ? [] : [{ label, value }])
  return [
    { label: facts.lead, value: text.lead === '' ? notFound : counted(wordCount(text.lead)) },
    { label: facts.author, value: text.author || notFound },
    { label: facts.unit, value: text.unit || notFound },
    ...optional(facts.source, text.source),
    ...optional(facts.number, text.documentNumber ? words.numberKept(text.documentNumber) : ''),
    ...optional(facts.date, text.date ? shortDate(`${text.date}T12:00:00Z`, timeZone) : ''),
    { label: facts.body, value: counted(markdownWordCount(text.body)) },
    ...optional(facts.headings, shownHeadings.join('; ') + (headings.length > headingsShown ? '…' : '')),
    ...optional(facts.tables, tables > 0 ? formatNumber(tables) : ''),
    ...optional(facts.pictures, file.pictures.length > 0 ? formatNumber(file.pictures.length) : ''),
  ]
}

function shownPicture({ file, typed, issues, words }: ReviewParts, at: number): ShownPicture {
  const number = at + 1
  const picture = file.pictures[at]
  const text = textOf(file, typed)
  const shown = { number, name: picture?.name ?? '', caption: text.pictures[at]?.caption ?? '' }
  if (!picture || 'issue' in picture.found) {
    const issue = picture && 'issue' in picture.found ? picture.found.issue : ''
    return { ...shown, issue, place: words.place(textBefore(text.body, at)) }
  }
  const { alternativeText = '', isDecorative = false } = typed.descriptions[at] ?? {}
  return {
    ...shown,
    issue: null,
    src: waitingPicturePath(file.key, number),
    width: picture.found.width,
    height: picture.found.height,
    alternative: field(
      {
        name: alternativeField(at),
        label: words.alternativeText(number),
        value: alternativeText,
        control: 'textarea',
        rows: 2,
        help: at === 0 ? words.alternativeHelp : null,
      },
      issues,
    ),
    decorative: { name: decorativeField(at), isTicked: isDecorative },
  }
}

function categoryField({ typed, tree, issues, words }: ReviewParts): Field {
  return field(
    {
      name: 'categoryId',
      label: words.category,
      value: String(typed.categoryId ?? ''),
      control: 'select',
      choices: [{ value: '', name: words.chooseCategory }, ...categoryChoices(tree)],
    },
    issues,
  )
}

function coverField({ file, typed, issues, words }: ReviewParts): Field | null {
  const usable = file.pictures.flatMap((picture, at) => (isUsable(picture) ? [at + 1] : []))
  if (usable.length === 0) return null
  return field(
    {
      name: 'cover',
      label: words.cover,
      value: typed.coverAt === null ? '' : String(typed.coverAt + 1),
      control: 'select',
      choices: [
        { value: '', name: words.noCover },
        ...usable.map((number) => ({ value: String(number), name: words.picture(number) })),
      ],
      help: words.coverHelp,
    },
    issues,
  )
}
