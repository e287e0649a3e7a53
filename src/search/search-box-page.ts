import type { SearchBox } from '../site/layout.ts'
import { searchPath, suggestionsPath } from './paths.ts'
import type { SearchWords } from './words.ts'

/** The search form in the head of every page. */
export const searchBox = (words: SearchWords): SearchBox => ({
  action: searchPath,
  formName: words.title,
  keywords: words.keywords,
  find: words.find,
  input: { id: 'q', value: '', placeholder: words.placeholder, suggestionsPath, words },
})
