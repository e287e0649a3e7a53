import { blocks } from '../checked.ts'
import type { Check } from '../reading.ts'

export const knownPictures: Check = ({ article: { missingPictures } }, words) =>
  missingPictures ? [blocks('body', words.missingPictures)] : []
