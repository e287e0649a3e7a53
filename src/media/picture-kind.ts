import { open } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'
export type RefusedKind = 'heic' | 'svg' | 'tiff' | 'pdf' | 'other'

/** Enough for every kind that we accept, and all that a stranger's file may say before it is decoded. */
export const headBytes = 4100

const accepted: Record<string, PictureKind> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
}

const refused: Record<string, RefusedKind> = {
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/x-adobe-dng': 'tiff',
  'image/x-canon-cr2': 'tiff',
  'image/x-canon-cr3': 'tiff',
  'image/x-nikon-nef': 'tiff',
  'image/x-sony-arw': 'tiff',
  'application/pdf': 'pdf',
}

/** Judged by the bytes alone: names and what browsers claim say nothing. */
export async function kindOf(head: Uint8Array): Promise<{ accepted: PictureKind } | { refused: RefusedKind }> {
  const mime = (await fileTypeFromBuffer(head))?.mime ?? ''
  const kind = accepted[mime]
  if (kind) return { accepted: kind }
  return { refused: isSvg(head) ? 'svg' : (refused[mime] ?? 'other') }
}

/** The first bytes of a file; fewer when it is shorter. */
export async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const isSvg = (head: Uint8Array) => /<svg[\s>]/i.test(new TextDecoder('latin1').decode(head))
