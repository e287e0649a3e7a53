import { type CheckedField, type Remark, warns } from '../checked.ts'
import { isFamiliarHost, targetOf } from '../links.ts'
import { quoted, quoteIn } from '../quote.ts'
import type { Check } from '../reading.ts'

/** Sites that the office has never linked to: most are fine, and somebody should have looked. */
export const outsideLinks: Check = ({ article, body: { links } }, words) => {
  const { body, sourceAddress, siteHosts, knownHosts } = article
  const told = (field: CheckedField, text: string, targets: ReturnType<typeof targetOf>[]): Remark[] => {
    const hosts = targets.flatMap((target) =>
      target.kind === 'outside' && !isFamiliarHost(target.host, knownHosts) ? [target.host] : [],
    )
    const [first] = hosts
    return first ? [warns(field, words.unknownHosts(quoted(hosts)), quoteIn(text, first))] : []
  }
  return [
    ...told(
      'body',
      body,
      links.map(({ target }) => target),
    ),
    ...told('sourceAddress', sourceAddress, [targetOf(sourceAddress, siteHosts)]),
  ]
}
