import { Editor, type Extensions } from '@tiptap/core'
import type { Desk, Feature } from '../feature.ts'
import { constructs } from '../nodes/index.ts'

/** An empty editor that takes the place of the field, with its label, its help and its errors. */
export function createEditor(desk: Desk, features: readonly Feature[]): { editor: Editor; holder: HTMLElement } {
  const holder = document.createElement('div')
  holder.className = 'rich'
  holder.hidden = true
  desk.field.before(holder)
  const editor = new Editor({
    element: holder,
    extensions: combined(features.flatMap((feature) => feature.extensions?.(desk) ?? [])),
    injectCSS: false,
    editorProps: {
      attributes: attributesFor(desk),
      scrollMargin: { top: 96, bottom: 112, left: 0, right: 0 },
      scrollThreshold: 80,
    },
  })
  return { editor, holder }
}

function combined(own: Extensions): Extensions {
  const names = new Set(own.map(({ name }) => name))
  return [...constructs.filter(({ name }) => !names.has(name)), ...own]
}

function attributesFor({ form, field }: Desk): Record<string, string> {
  const label = form.querySelector<HTMLElement>(`label[for="${field.id}"]`)
  const help = form.querySelector<HTMLElement>('#toolbar-help')
  if (label) label.id ||= `${field.id}-label`
  const described = [form.querySelector(`#${field.id}-wrong`)?.id, help?.id].filter(Boolean).join(' ')
  return {
    class: 'prose',
    role: 'textbox',
    'aria-multiline': 'true',
    ...(label ? { 'aria-labelledby': label.id } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(field.getAttribute('aria-invalid') ? { 'aria-invalid': 'true' } : {}),
  }
}
