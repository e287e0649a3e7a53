import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { KindFound, Refusal } from './document-kind.ts'
import { zipKindOf } from './zip-kind.ts'

/** All that a stranger's file may say before anything opens it. */
const headBytes = 4100

const refused: Record<string, Refusal> = {
  'application/x-cfb': 'old-office',
  'application/rtf': 'old-office',
  'application/x-rar-compressed': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/gzip': 'archive',
  'application/x-tar': 'archive',
  'application/x-bzip2': 'archive',
  'application/x-xz': 'archive',
  'application/zstd': 'archive',
  'application/vnd.ms-cab-compressed': 'archive',
  'application/x-msdownload': 'program',
  'application/x-elf': 'program',
  'application/x-mach-binary': 'program',
  'application/java-vm': 'program',
  'application/x-ms-shortcut': 'program',
}

/** Judged by the content alone: names and what browsers claim say nothing. It begins with the first byte of the file. */
export async function kindOf(path: string): Promise<KindFound> {
  const head = await readHead(path)
  if (startsWith(head, '%PDF-')) return { accepted: 'pdf', warnings: [] }
  if (startsWith(head, 'PK\x03\x04')) return zipKindOf(path)
  if (startsWith(head, 'PK\x05\x06')) return { refused: 'empty' }
  return { refused: await refusalOf(head) }
}

async function refusalOf(head: Uint8Array): Promise<Refusal> {
  if (isWebPage(head)) return 'web-page'
  if (startsWith(head, '#!')) return 'program'
  const mime = (await fileTypeFromBuffer(head))?.mime ?? ''
  return refused[mime] ?? (mime.startsWith('image/') ? 'picture' : 'other')
}

/** The first bytes of a file; fewer when it is shorter. */
async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const latin1 = new TextDecoder('latin1')

const startsWith = (head: Uint8Array, magic: string) => latin1.decode(head.subarray(0, magic.length)) === magic

const isWebPage = (head: Uint8Array) => /<(?:!doctype html|html|head|body|script|svg)[\s>]/i.test(latin1.decode(head))
