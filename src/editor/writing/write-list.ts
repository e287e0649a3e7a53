import type { Node } from '@tiptap/pm/model'
import type { Style } from './escape.ts'
import { joinBlocks, writeBlock } from './write-block.ts'

/** Items follow each other line by line where each is one paragraph, or one with a list below it. */
export function writeList(list: Node, style: Style): string {
  const first = list.type.name === 'orderedList' ? Number(list.attrs['start']) : null
  const isTight = list.children.every(isShort)
  return list.children
    .map((item, place) => writeItem(item, first === null ? '-' : `${first + place}.`, isTight, style))
    .join(isTight ? '\n' : '\n\n')
}

function isShort(item: Node): boolean {
  const [words, below, ...others] = item.children
  if (words?.type.name !== 'paragraph' || others.length > 0) return false
  if (below === undefined) return true
  if (words.childCount === 0) return false
  // Numbers that do not begin at 1 are words of the paragraph above them.
  return below.type.name === 'bulletList' || (below.type.name === 'orderedList' && below.attrs['start'] === 1)
    ? below.children.every(isShort) && below.firstChild?.textContent !== ''
    : false
}

function writeItem(item: Node, sign: string, isTight: boolean, style: Style): string {
  const written = item.children.map((block) => inItem(writeBlock(block, style)))
  if (item.children.some(needsParagraph)) written.push('<!-- -->')
  const content = isTight ? written.join('\n') : joinBlocks(written)
  const indent = ' '.repeat(sign.length + 1)
  const lines = content.split('\n').map((line, place) => (place === 0 || line === '' ? line : indent + line))
  return `${sign} ${asWords(lines.join('\n'))}`.trimEnd()
}

/** The renderer looks for them in paragraphs, which an item has only where something stands below an empty line. */
const needsParagraph = (block: Node) => block.type.name === 'gallery' || block.type.name === 'video'

/** A rule after the sign of a list would be a rule of three signs, and no list. */
const inItem = (block: string) => (block === '---' ? '***' : block)

/** "[ ]" at the start would be a box to tick. */
const asWords = (content: string) => content.replace(/^\[(?=[ x]\])/i, '\\[')
