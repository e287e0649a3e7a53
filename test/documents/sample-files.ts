import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** One of the files that `files/make.sh` made. */
export const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'files', name))

export async function written(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** `claimed` is what the list of the ZIP says that it unpacks to, when that is a lie. */
export type Part = { name: string; bytes: Buffer; claimed?: number }
type Packing = { isLocked?: boolean }

export const part = (name: string, text: string): Part => ({ name, bytes: Buffer.from(text) })

/** A ZIP of these parts, packed. */
export function zipOf(parts: Part[], { isLocked = false }: Packing = {}): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, bytes, claimed = bytes.length } of parts) {
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    // Bit 11: names are UTF-8. Bit 0: a password is needed.
    fields.writeUInt16LE(0x800 | Number(isLocked), 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    pieces.push(Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, rest, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  return Buffer.concat([...pieces, ...list, endOf(parts.length, pieces, list)])
}

function endOf(count: number, pieces: Buffer[], list: Buffer[]): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(Buffer.concat(pieces).length, 16)
  return end
}

/** The parts that make a ZIP a document of Microsoft Office, whose main part is of that type. */
export const officeParts = (type: string): Part[] => [
  part('[Content_Types].xml', `<Types><Override PartName="/main.xml" ContentType="application/vnd.${type}"/></Types>`),
  part('main.xml', '<main/>'),
]

export const xlsx = (): Buffer =>
  zipOf(
    officeParts('openxmlformats-officedocument.spreadsheetml.sheet.main+xml').concat(part('xl/workbook.xml', '<w/>')),
  )

/** The part that makes a ZIP an OpenDocument of that type. */
export const openParts = (type: string): Part[] => [
  part('mimetype', `application/vnd.oasis.opendocument.${type}`),
  part('content.xml', '<office:document-content/>'),
]

/** A real Word document with one more part, or with a part in the place of its own. */
export function docxOf(text: string, more: Part[] = []): Buffer {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const own = [
    part(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${namespace}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  ]
  const names = new Set(more.map(({ name }) => name))
  return zipOf([...own.filter(({ name }) => !names.has(name)), ...more])
}

/** One page that draws `content`, packed. */
export function pdfOf(content: Buffer | string): Buffer {
  const packed = deflateSync(content)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    '',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const pieces = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  for (const [index, object] of objects.entries()) {
    places.push(Buffer.concat(pieces).length)
    const stream = Buffer.concat([
      Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`),
      packed,
      Buffer.from('\nendstream'),
    ])
    pieces.push(Buffer.from(`${index + 1} 0 obj\n`), object ? Buffer.from(object) : stream, Buffer.from('\nendobj\n'))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${Buffer.concat(pieces).length}\n%%EOF`
  return Buffer.concat([...pieces, Buffer.from(end)])
}

/** A small PDF of its own content each time, with words in it. */
export const pdfSaying = (words: string): Buffer => pdfOf(`BT /F 12 Tf 10 100 Td (${words}) Tj ET`)
