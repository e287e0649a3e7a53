import { isInvisible } from '../body-text.ts'
import { blocks } from '../checked.ts'
import { quoted, quoteIn } from '../quote.ts'
import type { Check } from '../reading.ts'

/** A link to another site under a dot or a space: readers never see it, search engines do. */
export const hiddenLinks: Check = ({ article: { body }, body: { links } }, words) => {
  const hidden = links.flatMap(({ text, target, href }) =>
    target.kind === 'outside' && isInvisible(text) ? [{ host: target.host, href: href ?? '' }] : [],
  )
  const [first] = hidden
  return first
    ? [blocks('body', words.hiddenLinks(quoted(hidden.map(({ host }) => host))), quoteIn(body, first.href))]
    : []
}
