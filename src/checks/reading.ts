import { examineFields, type FieldFinding } from '../text/doctor/index.ts'
import { type BodyLink, type BodyText, readBody } from './body-text.ts'
import type { Checked, Remark } from './checked.ts'
import { type Target, targetOf } from './links.ts'
import type { ChecksWords } from './words.ts'

export type Link = BodyLink & { target: Target }

/** An article as checks look at it, read once for all of them. */
export type Reading = {
  article: Checked
  body: Omit<BodyText, 'links'> & { links: Link[] }
  /** The body is nested too deeply to be read. */
  isTooDeep: boolean
  /** What the text doctor found in lead, body and title. */
  doctor: (FieldFinding & Pick<Passage, 'field'>)[]
}

/** One thing that is looked at before publishing. Knows nothing but its reading. */
export type Check = (reading: Reading, words: ChecksWords) => Remark[]

export function readChecked(article: Checked): Reading {
  const body = readBody(article.bodyHtml)
  const { links, ...rest } = body ?? { blocks: [], links: [], attributes: [] }
  return {
    article,
    body: {
      ...rest,
      links: links.map((link) => ({ ...link, target: targetOf(link.href, article.siteHosts) })),
    },
    isTooDeep: body === null,
    doctor: doctorFindings(article),
  }
}

/** The paths of ours that the body leads to: what has to be looked up for `Checked.knownPaths`. */
export function internalPathsIn(bodyHtml: string, siteHosts: readonly string[] = []): string[] {
  const links = readBody(bodyHtml)?.links ?? []
  const targets = links.map(({ href }) => targetOf(href, siteHosts))
  return [...new Set(targets.flatMap((target) => (target.kind === 'inside' ? [target.path] : [])))]
}

/** Where an article is read: title, lead, and each block of the body. */
export type Passage = { field: 'title' | 'lead' | 'body'; text: string }

export const passagesIn = ({ article, body }: Reading): Passage[] => [
  { field: 'title', text: article.title },
  { field: 'lead', text: article.lead },
  ...body.blocks.map(({ text }): Passage => ({ field: 'body', text })),
]

const fieldsInOrder = ['lead', 'body', 'title'] as const
/** Ten thousand words, as much as the doctor beside the editor reads. */
const mostLetters = 60_000

function doctorFindings(article: Checked): Reading['doctor'] {
  const texts = Object.fromEntries(fieldsInOrder.map((field) => [field, beginningOf(article[field])]))
  return examineFields(texts).flatMap((finding) => {
    const field = fieldsInOrder.find((name) => name === finding.field)
    return field ? [{ ...finding, field }] : []
  })
}

/** Cut at a space, because half a word would look misspelt. */
function beginningOf(text: string): string {
  if (text.length <= mostLetters) return text
  const beginning = text.slice(0, mostLetters)
  const end = Math.max(beginning.lastIndexOf(' '), beginning.lastIndexOf('\n'))
  return end > 0 ? beginning.slice(0, end) : ''
}
