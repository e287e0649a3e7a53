import { crc32, deflateRawSync } from 'node:zlib'

/** `says` is the size that the directory claims, where it does not tell the truth. */
export type Part = { name: string; bytes: Buffer; says?: number; isEncrypted?: boolean }

/** A zip file, packed as programs pack; what they would not write, it writes too. */
export function archiveOf(parts: Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes, { level: 9 })
    const common = headerOf(part, packed)
    const name = Buffer.from(part.name)
    const local = Buffer.concat([signed(0x04034b50), common, name, packed])
    directory.push(Buffer.concat([signed(0x02014b50, 0x0014), common, Buffer.alloc(10), numbers(offset), name]))
    locals.push(local)
    offset += local.length
  }
  const body = Buffer.concat(locals)
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, entries, end])
}

/** From "version needed" to the length of the extra field, which stands alike before the part and in the directory. */
function headerOf({ name, bytes, says, isEncrypted }: Part, packed: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(0x0014, 0)
  header.writeUInt16LE(0x0800 | (isEncrypted ? 1 : 0), 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(crc32(bytes), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(says ?? bytes.length, 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}

function signed(signature: number, version?: number): Buffer {
  const head = Buffer.alloc(version === undefined ? 4 : 6)
  head.writeUInt32LE(signature, 0)
  if (version !== undefined) head.writeUInt16LE(version, 4)
  return head
}

function numbers(value: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(value, 0)
  return four
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The smallest .docx that Word opens. `body` is WordprocessingML, `parts` what stands beside it. */
export function docxOf(body: string, parts: Record<string, string | Buffer> = {}): Buffer {
  const document = `<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`
  const all: Record<string, string | Buffer> = { ...skeleton, 'word/document.xml': document, ...parts }
  return archiveOf(Object.entries(all).map(([name, content]) => ({ name, bytes: Buffer.from(content) })))
}

const skeleton = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}

/** A paragraph as Word writes it. */
export const wordParagraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

const odfNamespaces = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

/** The smallest .odt. `text` is what its body holds, `styles` its automatic styles. */
export function odtOf(text: string, styles = ''): Buffer {
  const [before, inside] = text.startsWith('<!') ? [text, ''] : ['', text]
  const content = `${before}<office:document-content ${odfNamespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${inside}</office:text></office:body></office:document-content>`
  return archiveOf([{ name: 'content.xml', bytes: Buffer.from(content) }])
}
