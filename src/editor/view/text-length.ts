import { markdownWordCount } from '../../text/markdown-words.ts'
import { formatNumber } from '../../text/numbers.ts'
import type { Feature } from '../feature.ts'
import { found } from './desk.ts'

/** Syllables that somebody reads silently in a minute, without hurry. */
const readAMinute = 220
const pauseMs = 600

/** How long the text is, in either view. It is told to who looks, never announced while somebody types. */
export const textLength: Feature = {
  begin({ form, field }) {
    const line = found(form, '[data-text-length]')
    let timer: ReturnType<typeof setTimeout> | undefined
    field.addEventListener('input', () => {
      clearTimeout(timer)
      timer = setTimeout(tell, pauseMs)
    })
    tell()

    function tell() {
      const count = markdownWordCount(field.value)
      line.hidden = count === 0
      line.textContent = (line.dataset['textLength'] ?? '')
        .replace('{words}', formatNumber(count))
        .replace('{minutes}', formatNumber(Math.max(1, Math.round(count / readAMinute))))
    }
  },
}
