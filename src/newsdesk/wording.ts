import type { Language } from '../config.ts'
import { type GateWords, gateWords } from './gate-words.ts'
import { type RichWords, richWords } from './rich-words.ts'
import { type NewsdeskWords, newsdeskWords } from './words.ts'

/** All that the newsdesk says: about writing, and about what lies between a draft and its readers. */
export type DeskWords = NewsdeskWords & GateWords & { rich: RichWords }

export const wordingIn = (language: Language): DeskWords => ({
  ...newsdeskWords[language],
  ...gateWords[language],
  rich: richWords[language],
})
