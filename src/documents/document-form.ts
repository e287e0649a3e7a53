import { atMost, type Issue, idFrom, readLine, readText, required, type Submitted, unbroken } from '../site/forms.ts'
import { formatNumber } from '../text/numbers.ts'
import type { Description } from './document.ts'
import { maxPerArticle } from './document-limits.ts'
import type { DocumentWords } from './words.ts'

/** The name of the fields of an article's form that hold the ids of its documents, in their order. */
export const documentsField = 'documents'

const mostLetters = { title: 250, description: 1000 } as const

export function readDescription(form: Submitted): Description {
  return { title: readLine(form, 'title'), description: readText(form, 'description') }
}

export function descriptionIssues(
  { title, description }: Description,
  words: DocumentWords,
  brokenLetters: string,
): Issue[] {
  const most = (number: number) => words.tooLong(formatNumber(number))
  return [
    ...required(title, 'title', words.enterTitle),
    ...atMost(title, mostLetters.title, 'title', most(mostLetters.title)),
    ...unbroken(title, 'title', brokenLetters),
    ...atMost(description, mostLetters.description, 'description', most(mostLetters.description)),
    ...unbroken(description, 'description', brokenLetters),
  ]
}

/** What is ticked or typed in the form of an article: ids of documents in their order, each once. */
export function readDocumentIds(form: Submitted): number[] {
  const sent = Object.hasOwn(form, documentsField) ? [form[documentsField]].flat() : []
  const ids = sent
    .flatMap((value) => (typeof value === 'string' ? value.split(/[\s,;]+/) : []))
    .flatMap((text) => idFrom(text) ?? [])
  return [...new Set(ids)].slice(0, maxPerArticle)
}
