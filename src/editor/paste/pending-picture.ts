import { Node } from '@tiptap/core'
import { pictureMark } from './cleaning/write-html.ts'

const said = (name: 'alt' | 'caption', attribute: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(attribute) ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [attribute]: attributes[name] }),
})

/**
 * Stands where a picture will be once it is uploaded. Markdown knows nothing of it, so that nothing half-written is saved; it is an
 * empty paragraph to whoever copies it elsewhere.
 */
export const PendingPicture = Node.create<{ sending: string }>({
  name: 'pendingPicture',
  group: 'block',
  atom: true,
  selectable: true,
  addOptions: () => ({ sending: '' }),
  addAttributes: () => ({
    key: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute(pictureMark) ?? '',
      renderHTML: (attributes: Record<string, unknown>) => ({ [pictureMark]: attributes['key'] }),
    },
    alt: said('alt', 'alt'),
    caption: said('caption', 'title'),
  }),
  parseHTML: () => [
    { tag: `img[${pictureMark}]`, priority: 80 },
    { tag: `p[${pictureMark}]`, priority: 80 },
  ],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes],
  addNodeView() {
    return () => {
      const dom = document.createElement('div')
      const words = document.createElement('span')
      dom.className = 'pending-picture'
      words.textContent = this.options.sending
      dom.append(document.createElement('progress'), words)
      return { dom }
    }
  },
})
