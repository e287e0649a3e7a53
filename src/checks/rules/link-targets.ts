import { blocks, warns } from '../checked.ts'
import { quoted, quoteIn } from '../quote.ts'
import type { Check, Link } from '../reading.ts'

/** A page of ours that does not exist is the author's slip, and readers would meet it at once. */
export const linkTargets: Check = ({ article: { body, knownPaths }, body: { links } }, words) => {
  const broken = links.filter(({ target }) => target.kind === 'inside' && !knownPaths.has(target.path))
  const aimless = links.filter(({ target }) => target.kind === 'nowhere')
  return [
    ...(broken.length > 0
      ? [blocks('body', words.brokenLinks(quoted(broken.map(address))), quoteOf(broken, body))]
      : []),
    ...(aimless.length > 0
      ? [warns('body', words.leadsNowhere(quoted(aimless.map(({ text }) => text))), quoteOf(aimless, body))]
      : []),
  ]
}

const address = ({ href }: Link) => href ?? ''

function quoteOf([first]: Link[], body: string): string | null {
  return first ? (quoteIn(body, address(first)) ?? quoteIn(body, first.text)) : null
}
