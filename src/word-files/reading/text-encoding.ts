import { detectLegacyEncoding, fromLegacyEncoding } from '../../text/legacy-encoding.ts'
import { readSyllable } from '../../text/syllable.ts'

/**
 * The text of a file that says nothing of its encoding: UTF-8 and UTF-16 with and without a mark, Windows-1258, else as
 * windows-1252 shows it, which is how the rest of the portal knows TCVN3 and VNI. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const decoded = utf16(bytes) ?? utf8(bytes) ?? oneByteText(bytes)
  return hasControls(decoded) ? null : decoded
}

function utf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const [even, odd] = [zerosAt(bytes, 0), zerosAt(bytes, 1)]
  const few = bytes.length / 8
  if (odd > few && even === 0) return new TextDecoder('utf-16le').decode(bytes)
  return even > few && odd === 0 ? new TextDecoder('utf-16be').decode(bytes) : null
}

/** How many zeros stand at even or at odd places: the upper halves of the letters that everybody uses. */
const zerosAt = (bytes: Uint8Array, parity: number) =>
  bytes.reduce((zeros, byte, at) => (byte === 0 && at % 2 === parity ? zeros + 1 : zeros), 0)

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Old fonts and Windows-1258 share their bytes: the reading with the most Vietnamese syllables is the right one. */
function oneByteText(bytes: Uint8Array): string {
  // Node's latin1 keeps 80 to 9F as they are: capitals with a tone in TCVN3.
  const asTyped = Buffer.from(bytes).toString('latin1')
  const modern = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const encoding = detectLegacyEncoding(asTyped.slice(0, enoughToJudge))
  const inModern = accentedSyllables(modern)
  if (encoding && accentedSyllables(fromLegacyEncoding(asTyped, encoding)) > inModern) return asTyped
  return inModern > 0 ? modern : new TextDecoder('windows-1252').decode(bytes)
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
