import type { Desk, Feature } from '../feature.ts'
import { createSchema } from '../nodes/index.ts'
import { found } from '../view/desk.ts'
import { createPasteLine } from './paste-line.ts'
import { createPasting } from './pasting.ts'
import { sendAs } from './send-picture.ts'
import { pasteAsMarkdown } from './source-paste.ts'

/** What comes out of a clipboard or is dropped here, cleaned and told about. */
export const paste: Feature = {
  begin: (desk) => pasteAsMarkdown(desk.field, createSchema, lineOf(desk)),
  extensions: (desk) => [
    createPasting({ line: lineOf(desk), send: sendAs(found(document, 'dialog.picker form[data-upload]')) }),
  ],
}

const lineOf = ({ form }: Desk) => createPasteLine(found(form, '[data-paste-line]'))
