import type { Editor } from '@tiptap/core'
import type { Feature, Tool } from '../feature.ts'

/** Headings, marks and lists: what every editor has. */
export const writing: Feature = {
  tools: () => ({
    paragraph: {
      run: (editor) => void editor.chain().focus().setParagraph().run(),
      isPressed: (editor) =>
        editor.isActive('paragraph') && !['bulletList', 'orderedList'].some((list) => editor.isActive(list)),
    },
    heading: heading(2),
    subheading: heading(3),
    smallheading: heading(4),
    bold: toggled('bold', (editor) => editor.chain().focus().toggleBold().run()),
    italic: toggled('italic', (editor) => editor.chain().focus().toggleItalic().run()),
    list: toggled('bulletList', (editor) => editor.chain().focus().toggleBulletList().run()),
    numbers: toggled('orderedList', (editor) => editor.chain().focus().toggleOrderedList().run()),
    quote: toggled('blockquote', (editor) => editor.chain().focus().toggleBlockquote().run()),
    undo: { run: (editor) => void editor.chain().focus().undo().run(), isUsable: (editor) => editor.can().undo() },
    redo: { run: (editor) => void editor.chain().focus().redo().run(), isUsable: (editor) => editor.can().redo() },
  }),
}

const heading = (level: 2 | 3 | 4): Tool => ({
  run: (editor) => void editor.chain().focus().toggleHeading({ level }).run(),
  isPressed: (editor) => editor.isActive('heading', { level }),
})

const toggled = (name: string, run: (editor: Editor) => boolean): Tool => ({
  run: (editor) => void run(editor),
  isPressed: (editor) => editor.isActive(name),
})
