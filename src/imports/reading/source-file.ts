import { type Problem, problem } from '../old-article.ts'
import type { XmlMistake, XmlRecord } from './xml-recorder.ts'

/** A feed or an export that lies in one file; it may be read more than once. */
export type SourceFile = {
  name: string
  timeZone: string
  hosts: Set<string>
  records(): AsyncIterable<XmlRecord>
}

/** Elements that do not close where they should make every field doubtful; other mistakes cost a letter. */
export const mistakeProblems = (mistakes: XmlMistake[]): Problem[] =>
  mistakes.map(({ isStructural, line, what }) => problem(isStructural ? 'broken' : 'small-mistake', `${line}: ${what}`))
