import { Fragment, DOMParser as Parser, type ResolvedPos, Slice } from '@tiptap/pm/model'

/** HTML of our own making. */
export function sliceOf(html: string, $context: ResolvedPos): Slice {
  const holder = document.createElement('template')
  holder.innerHTML = html
  const parsed = Parser.fromSchema($context.parent.type.schema).parseSlice(holder.content, { context: $context })
  return Slice.maxOpen(parsed.content, true)
}

/** Lines as paragraphs, in the marks of the place where they go. */
export function plainSlice(words: string, $context: ResolvedPos): Slice {
  const { schema } = $context.parent.type
  const lines = words.split('\n').filter((line) => line !== '')
  const paragraphs = lines.map((line) => schema.node('paragraph', null, schema.text(line, $context.marks())))
  return Slice.maxOpen(Fragment.from(paragraphs))
}

/** Text that begins with a heading goes below the paragraph in which the cursor is, instead of on in its words. */
export function headedByItself(slice: Slice): Slice {
  const isText = slice.content.firstChild?.type.name === 'heading' && slice.content.childCount > 1
  return isText ? new Slice(slice.content, 0, slice.openEnd) : slice
}
