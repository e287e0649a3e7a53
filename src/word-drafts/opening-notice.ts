import type { Notice } from '../site/forms.ts'
import type { Opening } from './waiting-file.ts'
import type { WordDraftWords } from './words.ts'

/** What the editor says first of a draft that came from a file: what is left to do, and what did not come along. */
export function openingNotice(opening: Opening, words: WordDraftWords): Notice {
  const { missing, originalIssue } = opening
  const lacking = [
    ...missing.map(({ number, caption, after, issue }) => words.missing(number, caption, words.place(after), issue)),
    ...(originalIssue ? [words.notAttached(originalIssue)] : []),
  ]
  return {
    kind: lacking.length > 0 ? 'warn' : 'ok',
    text: [words.opened, leftToDo(opening, words), ...lacking].join(' '),
  }
}

function leftToDo({ lacksLead, lacksCategory, undescribed }: Opening, words: WordDraftWords): string {
  const left = [
    ...(lacksLead ? [words.leftLead] : []),
    ...(lacksCategory ? [words.leftCategory] : []),
    ...(undescribed > 0 ? [words.leftDescriptions(undescribed)] : []),
  ]
  return left.length === 0 ? words.leftReading : `${words.left} ${left.join(', ')}.`
}
