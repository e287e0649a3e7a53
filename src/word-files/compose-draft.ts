import { normalLine, normalText } from '../text/normal-form.ts'
import { arrangeParts } from './arrange-parts.ts'
import { type Block, isInCapitals, isParagraph, text, wordsIn } from './block.ts'
import type { Draft, DraftFromFile, DraftPicture } from './draft.ts'
import { dropped, summed } from './dropped.ts'
import type { FoundPicture, OfficeText } from './office-text.ts'
import { takeByline } from './rules/byline.ts'
import { takeCaptions } from './rules/captions.ts'
import { unrollLayoutTables } from './rules/layout-tables.ts'
import { takeLead } from './rules/lead.ts'
import { findLegacy } from './rules/legacy.ts'
import { takeLetterhead } from './rules/letterhead.ts'
import { tidyParagraphs } from './rules/tidy-paragraphs.ts'
import { takeTitle } from './rules/title.ts'
import type { Part } from './writing/part.ts'
import { writeMarkdown } from './writing/write-markdown.ts'

/** The draft of what an office wrote; in an old encoding, the draft as it stands and the one in Unicode beside it. */
export function composeDraft(document: OfficeText): DraftFromFile {
  const found = findLegacy(document)
  if (!found) return { ...draftOf(document), legacy: null }
  const told = dropped('legacyFont', found.paragraphs, found.fonts.join(', '))
  return {
    ...draftOf({ ...document, dropped: [...told, ...document.dropped] }),
    legacy: found.legacy,
    converted: draftOf(found.converted),
  }
}

function draftOf(document: OfficeText): Draft {
  const tidied = tidyParagraphs(document.blocks)
  const headed = takeLetterhead(tidied.blocks)
  const unrolled = unrollLayoutTables(headed?.blocks ?? tidied.blocks)
  const subject = headed?.letterhead.subject ?? ''
  const titled = subject === '' ? takeTitle(unrolled.blocks) : { title: subject, blocks: unrolled.blocks }
  const { blocks: captioned, captions } = takeCaptions(titled.blocks)
  // What an official document begins with is its grounds, not what is new.
  const led = headed ? { lead: '', isMarked: false, blocks: captioned } : takeLead(captioned)
  // Who signs a document is part of it; an article is signed by whoever wrote it.
  const { byline, blocks } = headed ? { byline: null, blocks: led.blocks } : takeByline(led.blocks)
  const arranged = arrangeParts(blocks, captions)
  const notes = noteParts(document.notes)
  const { markdown, droppedLinks } = writeMarkdown([...arranged.parts, ...notes])
  const title = normalLine(titled.title)
  return {
    title,
    lead: led.lead,
    body: normalText(markdown),
    author: byline?.author ?? '',
    unit: byline?.unit ?? '',
    source: byline?.source ?? '',
    documentNumber: headed?.letterhead.documentNumber ?? null,
    date: headed?.letterhead.date ?? byline?.date ?? null,
    pictures: document.pictures.map((picture, at) => describedPicture(picture, arranged.parts, at)),
    dropped: summed([
      ...document.dropped,
      ...tidied.dropped,
      ...dropped('letterhead', headed ? 1 : 0),
      ...dropped('layoutTables', unrolled.count),
      ...dropped('titleInCapitals', isInCapitals(title) ? 1 : 0),
      ...dropped('leadFromFirstParagraph', led.lead !== '' && !led.isMarked ? 1 : 0),
      ...arranged.dropped,
      ...dropped('notes', notes.length > 0 ? document.notes.length : 0),
      ...dropped('links', droppedLinks),
    ]),
  }
}

/** Our Markdown has no footnotes: they stand in a list at the end, whose numbers the text names. */
function noteParts(notes: Block[][]): Part[] {
  if (notes.length === 0) return []
  return [
    { kind: 'heading', level: 2, words: 'Chú thích' },
    ...notes.map((note, at): Part => ({ kind: 'item', depth: 0, number: at + 1, pieces: inOneLine(note) })),
  ]
}

function inOneLine(note: Block[]) {
  const lines = tidyParagraphs(note).blocks.flatMap((block) =>
    isParagraph(block) ? [block.pieces] : [[text(wordsIn([block]))]],
  )
  return lines.flatMap((pieces, at) => (at === 0 ? pieces : [text(' '), ...pieces]))
}

/** As it is said where the picture is shown first. */
function describedPicture({ bytes, name }: FoundPicture, parts: Part[], at: number): DraftPicture {
  const shown = parts.find((part) => part.kind === 'picture' && part.at === at)
  const { alternativeText, caption } = shown?.kind === 'picture' ? shown : { alternativeText: '', caption: '' }
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, alternativeText, caption }
}
