import type { Desk } from '../feature.ts'
import { toggleAlone } from './alone.ts'

export type SourceTool = { run(): void }

/** The same buttons over Markdown: they type its signs, as a person would. */
export function createSourceTools({ form, field, choosePicture }: Desk): Record<string, SourceTool> {
  /** So that the browser's own undo takes it back. */
  function type(text: string, selectFrom?: number, selectTo?: number) {
    const start = field.selectionStart
    field.focus()
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, start, field.selectionEnd, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (selectFrom !== undefined && selectTo !== undefined)
      field.setSelectionRange(start + selectFrom, start + selectTo)
  }

  const selected = () => field.value.slice(field.selectionStart, field.selectionEnd)

  function surround(sign: string) {
    const text = selected()
    type(`${sign}${text}${sign}`, sign.length, sign.length + text.length)
  }

  /** Puts a sign before each of the lines that are selected, even in part. */
  function beginLines(signOf: (place: number) => string) {
    const from = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1
    const to = field.value.indexOf('\n', field.selectionEnd)
    field.setSelectionRange(from, to < 0 ? field.value.length : to)
    const lines = selected()
      .split('\n')
      .map((line, place) => signOf(place) + line.replace(/^(#{1,6} |[-*] |\d+\. |> )/, ''))
    type(lines.join('\n'))
  }

  /** A block of its own, with an empty line on either side. */
  function insertBlock(text: string, selectFrom: number, selectTo: number) {
    const before = field.value.slice(0, field.selectionStart)
    const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
    type(`${lead}${text}\n\n`, lead.length + selectFrom, lead.length + selectTo)
  }

  function link() {
    const text = selected()
    const address = 'https://'
    type(`[${text}](${address})`, text.length + 3, text.length + 3 + address.length)
  }

  return {
    heading: { run: () => beginLines(() => '## ') },
    subheading: { run: () => beginLines(() => '### ') },
    smallheading: { run: () => beginLines(() => '#### ') },
    bold: { run: () => surround('**') },
    italic: { run: () => surround('*') },
    link: { run: link },
    list: { run: () => beginLines(() => '- ') },
    numbers: { run: () => beginLines((place) => `${place + 1}. `) },
    quote: { run: () => beginLines(() => '> ') },
    alone: { run: () => toggleAlone({ form }) },
    table: { run: () => insertBlock('| Cột 1 | Cột 2 |\n| --- | --- |\n| ô | ô |', 2, 7) },
    picture: {
      run: () =>
        choosePicture(({ id, alternativeText }) =>
          insertBlock(`![${alternativeText}](anh:${id})`, 2, 2 + alternativeText.length),
        ),
    },
  }
}
