import type { ChosenPicture, Desk } from '../feature.ts'
import { createShelf } from './shelf.ts'

/** Null on a page without the editor's form. */
export function findDesk(): Desk | null {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]')
  const field = form?.querySelector<HTMLTextAreaElement>('#body')
  const toolbar = form?.querySelector<HTMLElement>('.toolbar')
  const picker = document.querySelector<HTMLDialogElement>('dialog.picker')
  if (!form || !field || !toolbar || !picker) return null
  return {
    form,
    field,
    toolbar,
    shelf: createShelf(picker.dataset['picker'] ?? ''),
    part,
    dialog: (name) => found(document, `dialog[data-ask="${name}"]`),
    choosePicture: (then) => choose(picker, then, false),
    choosePictures: (then) => {
      const chosen: ChosenPicture[] = []
      picker.addEventListener('close', () => then(chosen), { once: true })
      choose(picker, (picture) => chosen.push(picture), true)
    },
  }
}

/** `public/scripts/editor.js` listens. */
function choose(picker: HTMLElement, then: (picture: ChosenPicture) => void, many: boolean) {
  picker.dispatchEvent(new CustomEvent('choose-picture', { detail: { then, many } }))
}

function part(name: string): HTMLElement {
  const template = found<HTMLTemplateElement>(document, `template[data-part="${name}"]`)
  return template.content.firstElementChild?.cloneNode(true) as HTMLElement
}

/** What a template of ours must hold. */
export function found<Kind extends Element = HTMLElement>(within: ParentNode, selector: string): Kind {
  const element = within.querySelector<Kind>(selector)
  if (element === null) throw new Error(`nothing like ${selector} on this page`)
  return element
}
