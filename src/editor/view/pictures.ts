import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { ChosenPicture, Desk, Feature } from '../feature.ts'
import { Gallery, Picture } from '../nodes/blocks.ts'
import { type Acts, blockView } from './block-view.ts'
import { found } from './desk.ts'

/** Pictures stand as readers get them; chosen, they show the fields for what is said about them. */
export const pictures: Feature = {
  extensions: (desk) => [
    Picture.extend({
      addNodeView: () => (props) => pictureView(props, desk),
      addKeyboardShortcuts: () => ({ Enter: ({ editor }) => enterFields(editor, ['picture', 'video']) }),
    }),
    Gallery.extend({ addNodeView: () => (props) => galleryView(props, desk) }),
  ],
  tools: (desk) => ({
    picture: { run: (editor) => desk.choosePicture((picture) => insertPicture(editor, picture)) },
    gallery: { run: (editor) => insertGallery(editor, desk) },
  }),
}

function pictureView(props: NodeViewRendererProps, desk: Desk): NodeView {
  const dom = desk.part('picture')
  const acts: Acts = {
    change: ({ set }) => desk.choosePicture(({ id }) => set({ src: addressOf(id), alt: '', caption: '' })),
  }
  return blockView(props, { dom, acts, draw: (node) => void drawPicture(dom, node, desk) })
}

/** What is said of it in this article, else what the library says, as the renderer does it. */
export async function drawPicture(dom: HTMLElement, { attrs }: Node, { shelf }: Desk) {
  const src = String(attrs['src'])
  dom.dataset['shows'] = src
  const picture = src === '' ? null : await shelf.find(src)
  if (dom.dataset['shows'] !== src) return
  const image = found<HTMLImageElement>(dom, 'img')
  const [alt, caption] = [
    String(attrs['alt']) || picture?.alternativeText,
    String(attrs['caption']) || picture?.caption,
  ]
  image.hidden = picture === null
  if (picture && image.getAttribute('src') !== picture.thumbnail) image.src = picture.thumbnail
  image.alt = alt ?? ''
  found(dom, '[data-missing]').hidden = picture !== null || src === ''
  const words = dom.querySelector('figcaption')
  if (words) words.textContent = caption ?? ''
  for (const [name, own] of [
    ['alt', picture?.alternativeText],
    ['caption', picture?.caption],
  ] as const) {
    const field = dom.querySelector<HTMLInputElement>(`[data-attribute="${name}"]`)
    if (field) field.placeholder = own ?? ''
  }
}

function galleryView(props: NodeViewRendererProps, desk: Desk): NodeView {
  const dom = desk.part('gallery')
  const more = () => desk.choosePictures((chosen) => append(props, chosen))
  return blockView(props, { dom, contentDOM: found(dom, '[data-content]'), acts: { more }, draw: () => {} })
}

function append({ editor, getPos }: NodeViewRendererProps, chosen: ChosenPicture[]) {
  const place = getPos()
  const gallery = place === undefined ? null : editor.state.doc.nodeAt(place)
  if (!gallery || place === undefined || chosen.length === 0) return
  const pictures = chosen.map(({ id }) => editor.schema.node('picture', { src: addressOf(id) }))
  editor.view.dispatch(editor.state.tr.insert(place + gallery.nodeSize - 1, pictures))
}

function insertGallery(editor: Editor, desk: Desk) {
  desk.choosePictures((chosen) => {
    const content = chosen.map(({ id }) => ({ type: 'picture', attrs: { src: addressOf(id) } }))
    if (content.length > 0) editor.chain().focus().insertContent({ type: 'gallery', content }).run()
  })
}

const addressOf = (id: number) => `anh:${id}`

function insertPicture(editor: Editor, { id }: ChosenPicture) {
  editor
    .chain()
    .focus()
    .insertContent({ type: 'picture', attrs: { src: addressOf(id) } })
    .run()
}

/** Enter on a chosen picture goes to its description. */
function enterFields(editor: Editor, names: string[]): boolean {
  const { selection } = editor.state
  const node = 'node' in selection ? (selection.node as Node) : null
  const dom = node && names.includes(node.type.name) ? editor.view.nodeDOM(selection.from) : null
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('input') : null
  field?.focus()
  return field !== null
}
