import { atMost, type Issue, readText, type Submitted, unbroken } from '../site/forms.ts'
import { readGroup } from './synonym.ts'
import type { SearchWords } from './words.ts'

export type SynonymForm = { text: string; lines: string[]; issues: Issue[] }

const field = 'groups'
const mostGroups = 200
const mostMembers = 12
const mostWords = 8
const mostLetters = 500

/** One group a line; empty lines mean nothing. */
export function readSynonyms(form: Submitted, words: SearchWords, brokenLetters: string): SynonymForm {
  const text = readText(form, field)
  const lines = text.split('\n').map((line, place) => ({ line: line.trim(), number: place + 1 }))
  const groups = lines.filter(({ line }) => line !== '')
  const tooMany = groups.length > mostGroups ? [{ field, text: words.tooManyGroups(mostGroups) }] : []
  const issues = [
    ...unbroken(text, field, brokenLetters),
    ...tooMany,
    ...groups.flatMap(({ line, number }) => groupIssues(line, number, words)),
  ]
  return { text, lines: groups.map(({ line }) => line), issues }
}

function groupIssues(line: string, number: number, words: SearchWords): Issue[] {
  const tooLong = words.memberTooLong(number, mostWords)
  const lengthIssues = atMost(line, mostLetters, field, tooLong)
  if (lengthIssues.length > 0) return lengthIssues
  const group = readGroup(line)
  return [
    ...(group.length < 2 ? [{ field, text: words.groupForm(number) }] : []),
    ...(group.length > mostMembers ? [{ field, text: words.tooManyMembers(number, mostMembers) }] : []),
    ...(group.some((member) => member.length > mostWords) ? [{ field, text: tooLong }] : []),
  ]
}
