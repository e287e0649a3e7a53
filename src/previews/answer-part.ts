import { dateWithTime } from '../text/dates.ts'
import type { ToldAnswer } from './answer.ts'
import type { PreviewWords } from './words.ts'

/** In one sentence what the approver said, for the editor and for lists. */
export const answerSentence = (
  { verdict, approver, at }: Pick<ToldAnswer, 'verdict' | 'approver' | 'at'>,
  timeZone: string,
  words: PreviewWords,
): string => words.sentences[verdict](approver, dateWithTime(at, timeZone))
