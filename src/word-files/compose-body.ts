import { normalText } from '../text/normal-form.ts'
import { arrangeParts } from './arrange-parts.ts'
import type { Block } from './block.ts'
import { takeCaptions } from './rules/captions.ts'
import { unrollLayoutTables } from './rules/layout-tables.ts'
import { takeLead } from './rules/lead.ts'
import { findLegacy, type Legacy } from './rules/legacy.ts'
import { tidyParagraphs } from './rules/tidy-paragraphs.ts'
import { writeMarkdown } from './writing/write-markdown.ts'

/** A picture as the text shows it; `at` is the number of its piece. */
export type BodyPicture = { at: number; alternativeText: string; caption: string }

export type ComposedBody = {
  /** What stood first and was set apart by its look; empty where nothing was. */
  lead: string
  /** Markdown without raw HTML. */
  body: string
  pictures: BodyPicture[]
  /** In which old encoding letters were written, before they were converted here. */
  legacy: Legacy | null
}

export type BodyWish = { pictureScheme: string; hasLead: boolean }

/** A body alone, for texts whose title and names are known from elsewhere: nothing is guessed but a lead that is missing. */
export function composeBody(written: Block[], { pictureScheme, hasLead }: BodyWish): ComposedBody {
  const legacy = findLegacy({ blocks: written, notes: [], pictures: [], dropped: [] })
  const tidied = tidyParagraphs(legacy?.converted.blocks ?? written).blocks
  const { blocks: captioned, captions } = takeCaptions(unrollLayoutTables(tidied).blocks)
  const led = hasLead ? null : takeLead(captioned)
  const { lead, blocks } = led?.isMarked ? led : { lead: '', blocks: captioned }
  const { parts } = arrangeParts(blocks, captions)
  const pictures = parts.filter((part) => part.kind === 'picture')
  return {
    lead,
    body: normalText(writeMarkdown(parts, pictureScheme).markdown),
    pictures: pictures.map(({ at, alternativeText, caption }) => ({ at, alternativeText, caption })),
    legacy: legacy?.legacy ?? null,
  }
}
