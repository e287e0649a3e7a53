import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { NodeView } from '@tiptap/pm/view'
import type { Desk, Feature } from '../feature.ts'
import { Video } from '../nodes/blocks.ts'
import { isVideo } from '../reading/video.ts'
import { answerOf } from './ask.ts'
import { type Acts, blockView } from './block-view.ts'
import { found } from './desk.ts'
import { addressFrom } from './link-address.ts'
import { drawPicture } from './pictures.ts'

export const videos: Feature = {
  extensions: (desk) => [Video.extend({ addNodeView: () => (props) => videoView(props, desk) })],
  tools: (desk) => ({ video: { run: (editor) => void askVideo(editor, desk) } }),
}

/** A link of another site than we know stays a link; the dialog says so and waits. */
async function askVideo(editor: Editor, desk: Desk) {
  const dialog = desk.dialog('video')
  const field = found<HTMLInputElement>(dialog, '[name=href]')
  field.value = ''
  field.oninput = () =>
    field.setCustomValidity(isVideo(addressFrom(field.value)) ? '' : (dialog.dataset['unknown'] ?? ''))
  field.setCustomValidity(dialog.dataset['unknown'] ?? '')
  const answer = await answerOf(dialog)
  if (answer === null) return void editor.view.focus()
  const attrs = { href: addressFrom(String(answer.get('href'))), title: String(answer.get('title')).trim() }
  editor.chain().focus().insertContent({ type: 'video', attrs }).run()
}

function videoView(props: NodeViewRendererProps, desk: Desk): NodeView {
  const dom = desk.part('video')
  const acts: Acts = {
    change: ({ set }) => desk.choosePicture(({ id }) => set({ src: `anh:${id}`, alt: '', caption: '' })),
  }
  return blockView(props, {
    dom,
    acts,
    draw: (node) => {
      found(dom, '[data-title]').textContent = String(node.attrs['title'] || node.attrs['caption'] || node.attrs['alt'])
      found(dom, '[data-address]').textContent = String(node.attrs['href'])
      void drawPicture(dom, node, desk)
    },
  })
}
