import { warns } from '../checked.ts'
import type { Check } from '../reading.ts'

/** Readers should know where the news comes from: from a person, an office, or another paper. */
export const byline: Check = ({ article: { author, unit, sourceName } }, words) =>
  [author, unit, sourceName].some((name) => name.trim() !== '') ? [] : [warns('author', words.noByline)]
