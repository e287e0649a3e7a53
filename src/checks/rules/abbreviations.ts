import { warns } from '../checked.ts'
import { quoted } from '../quote.ts'
import type { Check } from '../reading.ts'

/** Advice: what insiders shorten, outsiders cannot read. */
export const abbreviations: Check = ({ doctor }, words) => {
  const found = doctor.filter(({ kind }) => kind === 'abbreviation')
  const [first] = found
  return first ? [warns(first.field, words.abbreviations(quoted(found.map((each) => each.found))), first.found)] : []
}
