import { isAdvice } from '../../text/doctor/index.ts'
import { type Remark, warns } from '../checked.ts'
import { quoted, shown } from '../quote.ts'
import type { Check } from '../reading.ts'

/** What the text doctor takes for slips; in the editor its own list shows each. */
export const misprints: Check = ({ doctor }, words) =>
  (['title', 'lead', 'body'] as const).flatMap((field): Remark[] => {
    const slips = doctor.filter((finding) => finding.field === field && !isAdvice(finding))
    const [first] = slips
    if (!first) return []
    const examples = slips.map(({ found, kind }) => (isWord(found) ? found : words.doctorKinds[kind]))
    return [warns(field, words.misprints(slips.length, quoted(examples)), first.found)]
  })

/** A doubled space says nothing between quotation marks. */
const isWord = (found: string) => /[\p{L}\p{N}]/u.test(shown(found))
