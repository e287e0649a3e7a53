import { detectLegacyEncoding, fromLegacyEncoding } from '../legacy-encoding.ts'
import type { Remark } from './finding.ts'
import { linesOf } from './lines.ts'

// Who types a whole paragraph in one font shows it in its first lines.
const enoughToJudge = 2000

/** Lines that were typed with the fonts of the nineties, each judged for itself: authors paste old among new. */
export function legacyRemarks(text: string): Remark[] {
  return linesOf(text).flatMap((line): Remark[] => {
    const encoding = detectLegacyEncoding(line.text.slice(0, enoughToJudge))
    if (encoding === null) return []
    const proposed = fromLegacyEncoding(line.text, encoding)
    return [
      {
        kind: 'legacyEncoding',
        start: line.start,
        end: line.end,
        proposed,
        reason: { code: 'legacyEncoding', parts: { encoding, proposed } },
      },
    ]
  })
}
