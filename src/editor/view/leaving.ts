import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Feature } from '../feature.ts'

/** Tab means something in lists and tables; after Escape it leads out of the text, as everywhere else. */
export const leaving: Feature = {
  extensions: () => [
    Extension.create({
      name: 'leaving',
      priority: 2000,
      addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { keydown: createWatch() } } })],
    }),
  ],
}

function createWatch() {
  let isLeaving = false
  return (_view: unknown, event: KeyboardEvent): boolean => {
    const leaves = isLeaving && event.key === 'Tab'
    isLeaving = event.key === 'Escape' || (isLeaving && event.key === 'Shift')
    return leaves
  }
}
