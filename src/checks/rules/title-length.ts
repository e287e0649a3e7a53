import { warns } from '../checked.ts'
import type { Check } from '../reading.ts'

const mostLetters = 120

export const titleLength: Check = ({ article: { title } }, words) => {
  const letters = Array.from(title.normalize('NFC')).length
  return letters > mostLetters ? [warns('title', words.longTitle(letters, mostLetters))] : []
}
