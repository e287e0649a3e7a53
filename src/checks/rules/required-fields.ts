import { blocks, type CheckedField, type Remark } from '../checked.ts'
import type { Check } from '../reading.ts'

/** What no article may be without. */
export const requiredFields: Check = ({ article }, words) => [
  ...required(article.title, 'title', words.enterTitle),
  ...required(article.lead, 'lead', words.enterLead),
  ...required(article.body, 'body', words.enterBody),
  ...(article.categoryId === null ? [blocks('categoryId', words.enterCategory)] : []),
]

const required = (text: string, field: CheckedField, sentence: string): Remark[] =>
  text.trim() === '' ? [blocks(field, sentence)] : []
