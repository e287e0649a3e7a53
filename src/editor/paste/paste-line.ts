import type { CleanPaste } from './cleaning/clean-pasted.ts'
import { tellPaste } from './tell-paste.ts'
import { filled, type PasteWording } from './wording.ts'

export type PasteLine = {
  words: PasteWording
  /** What a paste left out; with letters of an old encoding a button beside it, which calls `onConvert`. */
  tellPaste(cleaned: CleanPaste, onConvert: () => void): void
  /** Instead of what stands there. */
  tell(sentence: string): void
  /** Beside what stands there, once: several pictures may arrive or fail. */
  add(sentence: string): void
  /** Somebody writes on: the offer no longer holds, and what is told is read and goes. */
  leave(): void
}

const readingMs = 10_000

/** The line below the text, which stays in sight while the text is. Its words come from the page, its button has its own. */
export function createPasteLine(holder: HTMLElement): PasteLine {
  const words = JSON.parse(holder.dataset['words'] ?? '{}') as PasteWording
  const status = holder.querySelector('[role=status]') as HTMLElement
  const button = holder.querySelector('button') as HTMLButtonElement
  let leaving = 0

  return { words, tellPaste: tellCleaned, tell, add, leave }

  function tellCleaned({ dropped, legacy }: CleanPaste, onConvert: () => void) {
    const encoding = legacy ? words.encodings[legacy.encoding] : ''
    const offer = legacy ? filled(words.legacy, { encoding }) : ''
    tell([offer, tellPaste(dropped, words)].filter(Boolean).join(' '))
    button.onclick = onConvert
    button.hidden = legacy === null
  }

  function tell(sentence: string) {
    clearTimeout(leaving)
    leaving = 0
    status.textContent = sentence
  }

  function add(sentence: string) {
    const said = status.textContent ?? ''
    if (!said.includes(sentence)) tell(`${said} ${sentence}`.trim())
  }

  function leave() {
    button.hidden = true
    if (status.textContent !== '') leaving ||= window.setTimeout(() => tell(''), readingMs)
  }
}
