import { wordCount } from '../../text/display.ts'
import { warns } from '../checked.ts'
import type { Check } from '../reading.ts'

const mostWords = 80

export const leadLength: Check = ({ article: { lead } }, words) => {
  const count = wordCount(lead)
  return count > mostWords ? [warns('lead', words.longLead(count, mostWords))] : []
}
