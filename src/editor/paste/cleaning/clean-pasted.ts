import {
  type Block,
  type Dropped,
  dropped,
  findLegacy,
  type Legacy,
  mapParagraphs,
  takeCaptions,
  tidyParagraphs,
  unrollLayoutTables,
} from '../../../word-files/rules/index.ts'
import { arrangeFlow } from './arrange-flow.ts'
import type { Flow } from './flow.ts'
import { inertPage } from './inert-page.ts'
import { matchFiles, type PastedPicture } from './pasted-pictures.ts'
import { picturesBelowTables } from './pictures-below-tables.ts'
import { readFlow, readPlainFlow } from './read-flow.ts'
import { type Reported, reportOf } from './report.ts'
import { picturesInRtf } from './rtf-pictures.ts'
import { writeHtml } from './write-html.ts'

export type CleanPaste = {
  /** Headings, paragraphs, lists, tables and quotes of ours; `<img data-pasted="0">` stands for the first of `pictures`. */
  html: string
  pictures: PastedPicture[]
  dropped: Reported[]
  /** The letters are of an old encoding and stay as they are; `html` is the same in Unicode. */
  legacy: { encoding: Legacy; fonts: string[]; html: string } | null
}

/** `firstPicture` is the number of the first picture in the HTML; `rtf` is what the same clipboard holds as RTF. */
export type PasteOptions = { firstPicture?: number; rtf?: string }

/** What any program put into the clipboard, as an article may hold it. Nothing of it is loaded, run or kept but words. */
export function cleanPasted(html: string, { firstPicture = 0, rtf = '' }: PasteOptions = {}): CleanPaste {
  const page = inertPage(html)
  return cleanFlow(readFlow(page, matchFiles(page, picturesInRtf(rtf))), firstPicture)
}

/** Text without form, judged by the same rules: "- " begins an item, "Điều 1." a section. */
export const cleanPlainPasted = (words: string): CleanPaste => cleanFlow(readPlainFlow(words), 0)

function cleanFlow({ blocks, pictures, left }: Flow, firstPicture: number): CleanPaste {
  const legacy = findLegacy({ blocks, notes: [], pictures: [], dropped: [] })
  const composed = compose(legacy ? blocks : withoutSoftHyphens(blocks), firstPicture)
  return {
    html: composed.html,
    pictures,
    dropped: reportOf(left, composed.made),
    legacy: legacy && {
      encoding: legacy.legacy,
      fonts: legacy.fonts,
      html: compose(legacy.converted.blocks, firstPicture).html,
    },
  }
}

function compose(blocks: Block[], firstPicture: number): { html: string; made: Dropped[] } {
  const unrolled = unrollLayoutTables(tidyParagraphs(blocks).blocks)
  const captioned = takeCaptions(picturesBelowTables(unrolled.blocks))
  const arranged = arrangeFlow(captioned.blocks, captioned.captions)
  return {
    html: writeHtml(arranged.parts, firstPicture),
    made: [...arranged.dropped, ...dropped('layoutTables', unrolled.count)],
  }
}

/** In old fonts the soft hyphen is the letter ư; everywhere else it is nothing. */
const withoutSoftHyphens = (blocks: Block[]): Block[] =>
  mapParagraphs(blocks, (block) => ({
    ...block,
    pieces: block.pieces.map((piece) =>
      piece.kind === 'text' ? { ...piece, text: piece.text.replaceAll('\u00ad', '') } : piece,
    ),
  }))
