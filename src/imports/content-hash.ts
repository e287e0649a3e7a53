import { createHash } from 'node:crypto'
import type { OldArticle } from './old-article.ts'

/** SHA-256 in hexadecimal digits of anything that JSON can write. */
export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Changes with all that decides what an article becomes here: its own fields and what the operator said of it. */
export function contentHash(old: OldArticle, said: unknown): string {
  const { place: _place, problems: _problems, ...fields } = old
  return hashOf([fields, said])
}
