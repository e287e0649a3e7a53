import { formatNumber } from '../../text/numbers.ts'
import type { MadeKind, Reported } from './cleaning/report.ts'
import { filled, type PasteWording } from './wording.ts'

const made: Record<MadeKind, true> = { boldHeadings: true, typedItems: true, layoutTables: true, nestedTables: true }
const mostNames = 2
const longestName = 40

/** "Đã bỏ: 2 ảnh của trang khác, 14 kiểu chữ. Đã đổi: …", empty where there is nothing to tell. */
export function tellPaste(reported: Reported[], words: PasteWording): string {
  const left = reported.filter(({ what }) => !(what in made)).map((each) => thing(each, words))
  const changed = reported.filter(({ what }) => what in made).map((each) => thing(each, words))
  const sentences = [
    ...(left.length > 0 ? [filled(words.left, { things: left.join(', ') })] : []),
    ...(changed.length > 0 ? [filled(words.made, { things: changed.join(', ') })] : []),
  ]
  return sentences.length > 0 ? [...sentences, words.takeBack].join(' ') : ''
}

function thing({ what, count, names }: Reported, words: PasteWording): string {
  const said = filled(words.kinds[what], { count: formatNumber(count) })
  if (names.length === 0) return said
  const shown = names.slice(0, mostNames).map((name) => `“${shortened(name)}”`)
  return `${said} (${[...shown, ...(names.length > mostNames ? ['…'] : [])].join(', ')})`
}

const shortened = (name: string) => (name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name)
