import { open, stat } from 'node:fs/promises'
import { mostFileBytes } from '../limits.ts'
import { Unreadable } from '../refusal.ts'

export type FileKind = 'zip' | 'text'

/** By the bytes; a name counts only where bytes say nothing. Throws `Unreadable` for all that is no document of ours. */
export async function recogniseFile(path: string, name: string): Promise<FileKind> {
  const { size } = await stat(path)
  if (size === 0) throw new Unreadable('empty')
  if (size > mostFileBytes) throw new Unreadable('too-large')
  const head = await readHead(path)
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(await kindOfCompound(path))
  if (head.subarray(0, 5).toString('latin1') === '{\\rtf') throw new Unreadable('old-doc')
  if (/\.txt$/i.test(name)) return 'text'
  throw new Unreadable('not-a-document')
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const startsWith = (head: Buffer, magic: number[]) => magic.every((byte, at) => head[at] === byte)

/** Old Word and anything locked with a password lie in the same container; the names of its streams tell them apart. */
async function kindOfCompound(path: string): Promise<'old-doc' | 'encrypted' | 'not-a-document'> {
  const file = await open(path)
  try {
    const found = new Set<string>()
    let tail = Buffer.alloc(0)
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      const window = Buffer.concat([tail, chunk])
      for (const name of ['EncryptedPackage', 'WordDocument']) {
        if (window.includes(Buffer.from(name, 'utf16le'))) found.add(name)
      }
      tail = window.subarray(-64)
    }
    if (found.has('EncryptedPackage')) return 'encrypted'
    return found.has('WordDocument') ? 'old-doc' : 'not-a-document'
  } finally {
    await file.close()
  }
}
