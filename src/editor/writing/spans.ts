import type { Mark } from '@tiptap/pm/model'
import { addressOf, type Style, titleOf } from './escape.ts'

/** Code between as many backticks as it does not hold; a space where it begins or ends with one. */
export function codeSpan(text: string, { isInTable }: Style): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const needsRoom = /^`|`$|^ .* $/s.test(text) && text.trim() !== ''
  const inside = needsRoom ? ` ${text} ` : text
  return fence + (isInTable ? inside.replaceAll('|', '\\|') : inside) + fence
}

type Around = { before: string; after: string }

/** A link whose words are its address is written as the address alone, which becomes a link by itself. */
export function linkOf(mark: Mark, inside: string, text: string, around: Around, style: Style): string {
  const href = String(mark.attrs['href'])
  const title = String(mark.attrs['title'] ?? '')
  if (title === '' && !style.hasTags && isAddress(text, href) && standsAlone(around)) return text
  const address = addressOf(href) + titleOf(title)
  return `[${inside}](${style.isInTable ? address.replaceAll('|', '\\|') : address})`
}

function isAddress(text: string, href: string): boolean {
  if (/^https?:\/\/[^\s<>()[\]`|\\&]+[\w/]$/i.test(text)) return text === href
  if (/^www\.[^\s<>()[\]`|\\&]+[\w/]$/i.test(text)) return `http://${text}` === href
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) && `mailto:${text}` === href
}

const standsAlone = ({ before, after }: Around) => /^$|[\s(]/.test(before) && /^$|[\s,;.)]/.test(after)
