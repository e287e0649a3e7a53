import { isInvisible } from '../body-text.ts'
import { type Remark, warns } from '../checked.ts'
import { quoted, quoteIn } from '../quote.ts'
import type { Check, Link } from '../reading.ts'

const vague =
  /^(?:(?:xem|đọc|tải|bấm|nhấn|ấn|nhấp|click)(?: (?:thêm|tiếp|vào))?(?: (?:tại )?(?:đây|này|về))?|(?:tại|ở|vào) đây|chi tiết|xem chi tiết|link|liên kết|here|click here|read more|more)$/iu
const bareAddress = /^(?:https?:\/\/|www\.)\S+$/i

/** What links say: screen readers list them without the words around. Invisible links to other sites are `hiddenLinks`. */
export const linkTexts: Check = ({ article: { body }, body: { links } }, words) => {
  const silent = links.filter(({ text, target }) => isInvisible(text) && target.kind !== 'outside')
  const told = (those: Link[], sentence: (texts: string) => string): Remark[] => {
    const texts = those.map(({ text }) => text)
    return those.length > 0 ? [warns('body', sentence(quoted(texts)), quoteIn(body, texts[0] ?? ''))] : []
  }
  return [
    ...(silent.length > 0 ? [warns('body', words.silentLinks, quoteIn(body, silent[0]?.href ?? ''))] : []),
    ...told(
      links.filter(({ text }) => vague.test(text.replace(/[\s.…:>»“”"]+$/u, ''))),
      words.vagueLinks,
    ),
    ...told(
      links.filter(({ text }) => bareAddress.test(text)),
      words.bareAddresses,
    ),
  ]
}
