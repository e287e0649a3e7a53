import { detectLegacyEncoding, fromLegacyEncoding } from '../../text/legacy-encoding.ts'
import { readSyllable } from '../../text/syllable.ts'

/**
 * The text of a file that says nothing of its encoding: UTF-8 and UTF-16 with and without a mark, Windows-1258, else as
 * windows-1252 shows it, which is how the rest of the portal knows TCVN3 and VNI. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const decoded = decodeAs(encodingOf(bytes), bytes)
  return hasControls(decoded) ? null : decoded
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' | 'TCVN3' | 'VNI'

/** How the bytes of a text were written, judged by themselves. */
export const encodingOf = (bytes: Uint8Array): TextEncoding =>
  utf16(bytes) ?? (isUtf8(bytes) ? 'utf-8' : oneByteEncoding(bytes))

function utf16(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)]
  const few = bytes.length / 8
  if (odd > few && even === 0) return 'utf-16le'
  return even > few && odd === 0 ? 'utf-16be' : null
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string {
  // Node's latin1 keeps 80 to 9F as they are: capitals with a tone in TCVN3.
  if (encoding === 'TCVN3' || encoding === 'VNI') return Buffer.from(bytes).toString('latin1')
  const decoded = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1258' ? decoded.normalize('NFC') : decoded
}

/** How many zeros stand at even or at odd places: the upper halves of the letters that everybody uses. */
const zerosAt = (bytes: Uint8Array, parity: number) =>
  bytes.reduce((zeros, byte, at) => (byte === 0 && at % 2 === parity ? zeros + 1 : zeros), 0)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Old fonts and Windows-1258 share their bytes: the reading with the most Vietnamese syllables is the right one. */
function oneByteEncoding(bytes: Uint8Array): TextEncoding {
  const asTyped = decodeAs('TCVN3', bytes)
  const encoding = detectLegacyEncoding(asTyped.slice(0, enoughToJudge))
  const inModern = accentedSyllables(decodeAs('windows-1258', bytes))
  if (encoding && accentedSyllables(fromLegacyEncoding(asTyped, encoding)) > inModern) return encoding
  return inModern > 0 ? 'windows-1258' : 'windows-1252'
}

const enoughToJudge = 5000

function accentedSyllables(text: string): number {
  const words = text.slice(0, enoughToJudge).match(/[\p{L}\p{M}]+/gu) ?? []
  return words.filter((word) => /[^\p{ASCII}]/u.test(word) && readSyllable(word) !== null).length
}

/** Bytes that stand in no text that a person typed; TCVN3 has letters below them and at 80 to 9F. */
function hasControls(text: string): boolean {
  const start = text.slice(0, enoughToJudge)
  return Array.from(start, (letter) => letter.charCodeAt(0)).some((code) => [0, 7, 8, 0xfffd].includes(code))
}
