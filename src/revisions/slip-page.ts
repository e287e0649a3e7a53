import { dateWithTime } from '../text/dates.ts'
import { formatNumber } from '../text/numbers.ts'
import type { Approval, Signed } from './approval.ts'
import { contentFields, type FieldName, type Names } from './content-fields.ts'
import type { Edition, PresentArticle } from './edition.ts'
import * as paths from './paths.ts'
import type { RevisionWords } from './words.ts'

export type SlipPage = {
  title: string
  words: RevisionWords
  historyPath: string
  headline: string
  facts: { name: string; value: string }[]
  hash: string | null
  steps: { name: string; by: string; at: string }[]
  /** Set when it went to readers past the gates. */
  warning: string | null
  signers: { office: string; name: string }[]
}

type SlipParts = {
  article: PresentArticle
  edition: Edition
  approval: Approval
  /** Where readers find it. */
  address: string
  names: Names
}

export function slipPage({ article, edition, approval, address, names }: SlipParts): SlipPage {
  const { words } = names
  const { written, reviewed, approved } = approval
  return {
    title: words.slipTitle,
    words,
    historyPath: paths.historyPath(article.id),
    headline: edition.content.title,
    facts: slipFacts({ article, edition, approval, address, names }),
    hash: edition.hash || null,
    steps: slipSteps(approval, edition, names),
    warning: approval.isUnreviewed ? words.unreviewed : null,
    signers: [
      { office: words.signers.writer, name: written?.by ?? '' },
      { office: words.signers.editor, name: reviewed?.by ?? '' },
      { office: words.signers.approver, name: approval.isUnreviewed ? '' : (approved?.by ?? '') },
    ],
  }
}

function slipFacts({ article, edition, address, names }: SlipParts): SlipPage['facts'] {
  const { words } = names
  const fields = contentFields(edition.content, names)
  const value = (name: FieldName) => fields.find((field) => field.name === name)?.value ?? ''
  const pictures = edition.bodyPictures + (edition.content.coverPictureId === null ? 0 : 1)
  return [
    { name: words.fields.category, value: value('category') },
    { name: words.fields.genre, value: value('genre') },
    { name: words.byline, value: [value('author'), value('unit')].filter(Boolean).join(', ') },
    { name: words.pictures, value: formatNumber(pictures) },
    publicDate(article, edition, names),
    { name: words.address, value: address },
    { name: words.editionNumber, value: String(edition.number) },
  ].filter((fact) => fact.value !== '')
}

function publicDate({ liveEditionId, publishedAt }: PresentArticle, edition: Edition, { words, timeZone }: Names) {
  if (edition.id === liveEditionId && publishedAt !== null)
    return { name: words.publicDate, value: dateWithTime(publishedAt, timeZone) }
  const { publishAt } = edition.content
  return {
    name: words.plannedDate,
    value: publishAt === null ? words.uponApproval : dateWithTime(publishAt, timeZone),
  }
}

function slipSteps(approval: Approval, edition: Edition, { words, timeZone }: Names): SlipPage['steps'] {
  const written = approval.written ?? { by: edition.savedByName, at: edition.savedAt }
  const line = (name: string, signed: Signed | null) => ({
    name,
    by: signed === null ? words.notYet : signed.by || words.portal,
    at: signed === null ? '' : dateWithTime(signed.at, timeZone),
  })
  return [
    line(words.stepNames.written, written),
    line(words.stepNames.submitted, approval.submitted),
    line(words.stepNames.reviewed, approval.reviewed),
    line(words.stepNames.approved, approval.approved),
  ]
}
