import { addressesPath, importsPath, missedPath } from './paths.ts'
import type { RedirectWords } from './words.ts'

/** What `part('redirects/tabs', tabs)` shows. */
export type RedirectTabs = { label: string; tabs: { name: string; path: string; isHere: boolean }[] }

export const redirectTabs = (here: string, words: RedirectWords): RedirectTabs => ({
  label: words.tabs,
  tabs: [
    { name: words.listTab, path: addressesPath, isHere: here === addressesPath },
    { name: words.missedTab, path: missedPath, isHere: here === missedPath },
    { name: words.importTab, path: importsPath, isHere: here === importsPath },
  ],
})
