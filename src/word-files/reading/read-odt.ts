import { dropped } from '../dropped.ts'
import { mostPictureBytes, mostXmlBytes } from '../limits.ts'
import type { OfficeText } from '../office-text.ts'
import { Unreadable } from '../refusal.ts'
import type { Archive } from './archive.ts'
import { gatherPictures, placePictures, type WantedPicture } from './gather-pictures.ts'
import { odtBlocks } from './odt-blocks.ts'
import { readOdtStyles } from './odt-styles.ts'
import { childNamed, parseXml } from './xml.ts'

/** Throws `Unreadable`: `not-a-document`, `encrypted`, `too-large`, `bomb`, `damaged`. */
export async function readOdt(archive: Archive): Promise<OfficeText> {
  let left = mostXmlBytes
  async function parsed(name: string) {
    const part = await archive.read(name, left)
    left -= part.length
    return parseXml(part.toString('utf8'))
  }

  if (archive.names.has('META-INF/manifest.xml')) {
    const manifest = await archive.read('META-INF/manifest.xml', left)
    if (manifest.includes('encryption-data')) throw new Unreadable('encrypted')
  }
  const content = await parsed('content.xml')
  const roots = archive.names.has('styles.xml') ? [content, await parsed('styles.xml')] : [content]
  const body = childNamed(childNamed(content, 'office:body'), 'office:text')
  // Spreadsheets and presentations have another body.
  if (!body) throw new Unreadable('not-a-document')

  const { blocks, notes, wanted, comments, changes, contents } = odtBlocks(body, {
    styles: readOdtStyles(roots),
    pictureAt: (address) => pictureAt(archive, address),
  })
  const { pictures, places, dropped: lost } = await gatherPictures(wanted)
  return {
    blocks: placePictures(blocks, places),
    notes: notes.map((note) => placePictures(note, places)),
    pictures,
    dropped: [
      ...dropped('contents', contents),
      ...dropped('comments', comments),
      ...dropped('trackedChanges', changes),
      ...lost,
    ],
  }
}

function pictureAt(archive: Archive, address: string): WantedPicture {
  const name = address.replace(/^\.\//, '')
  return {
    name: name.slice(name.lastIndexOf('/') + 1),
    read: async () => (isElsewhere(name) ? 'external' : archive.read(name, mostPictureBytes)),
  }
}

const isElsewhere = (address: string) => /^(?:[a-z][a-z\d+.-]*:|\/|\.\.)/i.test(address)
