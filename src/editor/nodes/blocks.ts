import { mergeAttributes, Node } from '@tiptap/core'

/** What an element says, for an attribute of a node. */
const said = (attribute: string, fallback = '') => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${attribute}`) ?? fallback,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${attribute}`]: attributes[attribute] }),
})

/** A picture of the library. Its address stands in `data-src`, since a browser would fetch what stands in `src`. */
export const Picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  // Nobody but a person makes a picture: without an address there is none.
  addAttributes: () => ({
    src: { ...said('src'), default: undefined, isRequired: true },
    alt: said('alt'),
    caption: said('caption'),
  }),
  parseHTML: () => [{ tag: 'figure[data-src]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** Pictures side by side; one alone is written, and shown to readers, as a picture. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'picture*',
  draggable: true,
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: () => ['div', { 'data-gallery': '' }, 0],
})

/** A video of another site, with a picture of ours or without. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  draggable: true,
  addAttributes: () => ({
    href: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['video'] ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-video': attributes['href'] }),
    },
    title: said('title'),
    src: said('src'),
    alt: said('alt'),
    caption: said('caption'),
  }),
  parseHTML: () => [{ tag: 'div[data-video]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})

export const noticeKinds = ['note', 'important', 'warning'] as const

/** A box that stands out: "Lưu ý", "Quan trọng", "Cảnh báo". */
export const Notice = Node.create({
  name: 'notice',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    kind: {
      default: 'note',
      parseHTML: (element: HTMLElement) => element.dataset['notice'] ?? 'note',
      renderHTML: (attributes: Record<string, unknown>) => ({ 'data-notice': attributes['kind'] }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-notice]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
})

/** Paragraphs in another language than the article. */
export const Passage = Node.create({
  name: 'passage',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ lang: { default: 'en' } }),
  parseHTML: () => [{ tag: 'div[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes), 0],
})

/** An item may begin with a picture or a heading, as it may in Markdown. */
export const Item = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})
