import type { Node } from '@tiptap/pm/model'
import { addressOf, escapeLabel, type Style, titleOf } from './escape.ts'
import { writeLine } from './write-line.ts'
import { writeList } from './write-list.ts'
import { writeTable } from './write-table.ts'

/** Blocks with an empty line between them. */
export function writeBlocks(parent: Node, style: Style): string {
  const written: string[] = []
  parent.forEach((block) => void written.push(writeBlock(block, style)))
  return joinBlocks(written)
}

/** Lists of one sign that follow each other would become one list, but for something invisible between them. */
export function joinBlocks(blocks: string[]): string {
  const shown = blocks.filter((block) => block !== '')
  return shown
    .map((block, place) => {
      const sign = lastSign(block)
      const isSame = sign !== null && place > 0 && lastSign(shown[place - 1] ?? '') === sign
      return isSame ? `<!-- -->\n\n${block}` : block
    })
    .join('\n\n')
}

const lastSign = (block: string): string | null => {
  const [, bullet, , number] = /^(?:([-*+])|(\d{1,9})([.)]))(?=\s|$)/.exec(block) ?? []
  return bullet ?? number ?? null
}

export function writeBlock(block: Node, style: Style): string {
  switch (block.type.name) {
    case 'paragraph':
      return writeLine(block, style)
    case 'heading':
      return `${'#'.repeat(Number(block.attrs['level']))} ${headingLine(block, style)}`.trimEnd()
    case 'codeBlock':
      return writeCode(block.textContent)
    case 'horizontalRule':
      return '---'
    case 'blockquote':
    case 'notice':
    case 'passage':
      return writeHolder(block, writeBlocks(block, style))
    case 'bulletList':
    case 'orderedList':
      return writeList(block, style)
    case 'table':
      return writeTable(block, style)
    case 'picture':
      return writePicture(block)
    case 'gallery':
      return block.children.map(writePicture).join('\n')
    case 'video':
      return writeVideo(block)
    // On its way into the library.
    case 'pendingPicture':
      return ''
    default:
      throw new Error(`no Markdown for ${block.type.name}`)
  }
}

/** One line, and signs at its end are words. */
const headingLine = (block: Node, style: Style) =>
  writeLine(block, { ...style, isOneLine: true }).replace(/#+$/, '\\$&')

function writeCode(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${code}${code === '' ? '' : '\n'}${fence}`
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** Without content there is nothing to see of it. */
function writeHolder(holder: Node, content: string): string {
  if (content === '') return ''
  if (holder.type.name === 'passage') return `<div lang="${holder.attrs['lang']}">\n\n${content}\n\n</div>`
  if (holder.type.name === 'blockquote') return quoted(content)
  const isParagraphNext = holder.firstChild?.type.name === 'paragraph' && holder.firstChild.childCount > 0
  return `> [!${String(holder.attrs['kind']).toUpperCase()}]${isParagraphNext ? '' : '\n>'}\n${quoted(content)}`
}

export function writePicture({ attrs }: Node): string {
  const address = addressOf(String(attrs['src'])) + titleOf(String(attrs['caption']))
  return `![${escapeLabel(String(attrs['alt']))}](${address})`
}

function writeVideo(video: Node): string {
  const [href, title, src] = ['href', 'title', 'src'].map((name) => String(video.attrs[name])) as [
    string,
    string,
    string,
  ]
  if (src !== '') return `[${writePicture(video)}](${addressOf(href)}${titleOf(title)})`
  if (title !== '') return `[${escapeLabel(title)}](${addressOf(href)})`
  return /[\s<>()[\]`|\\&]/.test(href) ? `[${escapeLabel(href)}](${addressOf(href)})` : href
}
