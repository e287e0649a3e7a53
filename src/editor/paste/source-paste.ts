import { DOMParser as Parser, type Schema } from '@tiptap/pm/model'
import { createWriter } from '../writing/write-markdown.ts'
import { cleanPasted } from './cleaning/clean-pasted.ts'
import type { PasteLine } from './paste-line.ts'

/**
 * In the source view what has a form is pasted as the Markdown of that form. Text without one, and Ctrl+Shift+V, stay to the
 * browser. Pictures need the editor: here it is said that they are missing. Letters of an old encoding are the text doctor's.
 */
export function pasteAsMarkdown(source: HTMLTextAreaElement, schemaOf: () => Schema, line: PasteLine) {
  source.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const cleaned = html === '' ? null : cleanPasted(html)
    if (cleaned === null || !hasForm(cleaned.html)) return
    event.preventDefault()
    insert(source, markdownOf(cleaned.html, schemaOf()))
    line.tellPaste({ ...cleaned, legacy: null }, () => {})
    if (cleaned.pictures.length > 0) line.add(line.words.notInSource)
  })
  // The editor writes into the field too.
  source.addEventListener('input', ({ isTrusted }) => isTrusted && line.leave())
}

/** More than words of one paragraph: those are best pasted as they are. */
const hasForm = (html: string): boolean => /<(?!\/|p\b)[a-z]|<\/p>\n/.test(html)

function markdownOf(html: string, schema: Schema): string {
  const holder = document.createElement('template')
  holder.innerHTML = html
  return createWriter().write(Parser.fromSchema(schema).parse(holder.content))
}

/** As a person would type it, so that the browser's own undo takes it back. */
function insert(source: HTMLTextAreaElement, markdown: string) {
  if (document.execCommand('insertText', false, markdown)) return
  source.setRangeText(markdown, source.selectionStart, source.selectionEnd, 'end')
  source.dispatchEvent(new Event('input', { bubbles: true }))
}
