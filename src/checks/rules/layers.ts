import { blocks } from '../checked.ts'
import type { Check } from '../reading.ts'

/** Nobody can look at what lies in hundreds of quotations, neither readers nor the other checks. */
export const layers: Check = ({ isTooDeep }, words) => (isTooDeep ? [blocks('body', words.tooDeep)] : [])
