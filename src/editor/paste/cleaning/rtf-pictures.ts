import type { PastedPicture } from './pasted-pictures.ts'

/** The kind of a picture and, after what else is said of it, its bytes in hexadecimal. */
const picture = /\\(png|jpeg)blip.*?((?:89504e47|ffd8ff)(?:[\da-f]\s*){40,})/is
const longestHead = 4000
const mostPictures = 100

/**
 * The pictures of a Word text, in order. The HTML of Word only names files on the writer's computer; the same clipboard holds their
 * bytes as RTF. A picture has a second, old form beside it for old programs, which is passed over.
 */
export function picturesInRtf(rtf: string): PastedPicture[] {
  return rtf
    .split('\\pict')
    .slice(1)
    .flatMap((part): PastedPicture[] => {
      const found = kindIn(part)
      const bytes = found && bytesIn(part, found.start)
      return bytes ? [{ name: `anh-tu-word.${found.ending}`, type: found.type, bytes }] : []
    })
    .slice(0, mostPictures)
}

const kinds = { png: ['png', 'image/png'], jpeg: ['jpg', 'image/jpeg'] } as const

function kindIn(part: string): { ending: string; type: string; start: number } | null {
  const found = picture.exec(part.slice(0, longestHead))
  if (!found) return null
  const [ending, type] = kinds[found[1]?.toLowerCase() === 'png' ? 'png' : 'jpeg']
  return { ending, type, start: found.index + found[0].length - (found[2]?.length ?? 0) }
}

function bytesIn(part: string, start: number): Uint8Array<ArrayBuffer> {
  const end = part.indexOf('}', start)
  const digits = part.slice(start, end < 0 ? undefined : end).replace(/\s/g, '')
  const bytes = new Uint8Array(digits.length >> 1)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)
  return bytes
}
