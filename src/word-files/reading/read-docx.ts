import mammoth from 'mammoth'
import { dropped } from '../dropped.ts'
import { mostPictureBytes, mostXmlBytes } from '../limits.ts'
import type { OfficeText } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'
import type { Archive } from './archive.ts'
import { docxBlocks } from './docx-blocks.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import { gatherPictures, placePictures } from './gather-pictures.ts'
import { type MammothDocument, PictureElsewhere } from './mammoth-document.ts'
import { assertFits, assertPlain, parseXml } from './xml.ts'

/** What mammoth and we read of a document; macros, embedded files, themes and the like are never unfolded. */
const neededPart =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes|comments)\d*\.xml(?:\.rels)?)$/

/** Throws `Unreadable`: `not-a-document`, `too-large`, `bomb`, `damaged`. */
export async function readDocx(archive: Archive): Promise<OfficeText> {
  const parts = await neededParts(archive)
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/.test(name))
  if (!main) throw new Unreadable('not-a-document')
  const styles = readStyles(await parsedPart(parts, 'word/styles.xml'))
  const numbering = readNumbering(await parsedPart(parts, 'word/numbering.xml'))
  const changes = countChanges(parts.get(main) ?? '')
  if (parts.has('word/numbering.xml')) parts.set('word/numbering.xml', numbering.forMammoth)
  for (const [name, part] of parts) {
    const light = lighter(part)
    assertFits(light)
    parts.set(name, light)
  }

  const names = new Map<Uint8Array, string>()
  const document = await documentOf(parts, archive, names)
  const { blocks, notes, wanted, contents } = docxBlocks(document, {
    styles,
    numbering,
    nameOf: (bytes) => names.get(bytes) ?? '',
  })
  const { pictures, places, dropped: lost } = await gatherPictures(wanted)
  return {
    blocks: placePictures(blocks, places),
    notes: notes.map((note) => placePictures(note, places)),
    pictures,
    dropped: [
      ...dropped('contents', contents),
      ...dropped('comments', document.comments.length),
      ...dropped('trackedChanges', changes),
      ...lost,
    ],
  }
}

async function neededParts(archive: Archive): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  let left = mostXmlBytes
  for (const name of archive.names) {
    if (!neededPart.test(name)) continue
    const part = await archive.read(name, left)
    left -= part.length
    const source = part.toString('utf8')
    assertPlain(source)
    parts.set(name, source)
  }
  return parts
}

const parsedPart = async (parts: Map<string, string>, name: string) => {
  const part = parts.get(name)
  return part === undefined ? null : parseXml(part)
}

/** mammoth puts the folder of its parts before every address, also before those that lead out of the file. */
const isElsewhere = (name: string) => /^word\/(?:[a-z][a-z\d+.-]*:|\/\/|\\\\)/i.test(name)

/** The text as it stands after all changes is what mammoth reads. */
const countChanges = (main: string) => main.match(/<w:(?:ins|del|moveTo)(?: [^>]*)?>/g)?.length ?? 0

/** Sessions, doubted words, sizes, colours and the like: without them reading takes half of the memory. */
const uselessElement =
  /<w:(?:proofErr|lang|noProof|lastRenderedPageBreak|sz|szCs|bCs|iCs|color|spacing|kern|shd|widowControl|bookmarkEnd)(?: [^<>]*)?\/>/g
const uselessAttribute = / w:(?:rsid\w*|hAnsi|cs|eastAsia)="[^"]*"/g

const lighter = (part: string) => part.replace(uselessElement, '').replace(uselessAttribute, '')

/**
 * mammoth's model of the document. It opens no archive: it is handed one that holds what we unfolded and counted, so
 * that nothing can be packed in a way that two readers of zip files read differently.
 */
async function documentOf(
  parts: Map<string, string>,
  archive: Archive,
  names: Map<Uint8Array, string>,
): Promise<MammothDocument> {
  const pictures = new Map<string, Promise<Uint8Array>>()
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? (await pictureOf(name)),
  }
  async function pictureOf(name: string): Promise<Uint8Array> {
    if (isElsewhere(name)) throw new PictureElsewhere()
    const read = pictures.get(name) ?? archive.read(name, mostPictureBytes)
    pictures.set(name, read)
    const bytes = await read
    names.set(bytes, name.slice(name.lastIndexOf('/') + 1))
    return bytes
  }

  const seen: MammothDocument[] = []
  const transformDocument = (document: MammothDocument) => {
    seen.push(document)
    // We write no HTML, so there is nothing left to convert.
    return { ...document, children: [] }
  }
  try {
    // `file`, an opened archive, is what mammoth's own `unzip` takes besides the inputs that its types name.
    await mammoth.convertToHtml({ file } as unknown as { path: string }, { transformDocument })
  } catch {
    throw new Unreadable('damaged')
  }
  const [document] = seen
  if (!document) throw new Unreadable('damaged')
  return document
}
