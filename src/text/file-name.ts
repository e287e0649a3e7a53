import { fold } from './fold.ts'
import { normalLine } from './normal-form.ts'
import { slugOf } from './slug.ts'

const maxNameLength = 200
// Windows cannot save a file of this name, whatever its extension (Microsoft, "Naming Files, Paths, and Namespaces").
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** The name to show: as its owner wrote it, without folders, at most 200 characters. Empty when nothing is left. */
export function originalName(raw: string): string {
  const name = normalLine(lastPart(repairUtf8(raw)))
  if (name.length <= maxNameLength) return name
  const { stem, extension } = splitName(name)
  const end = extension === '' ? '' : `.${extension}`
  // The cut may halve a surrogate pair.
  const start = stem.slice(0, maxNameLength - end.length).replace(/\p{Cs}/u, '')
  return start.trimEnd() + end
}

/** The name to store and send: `[a-z0-9-]`, at most one dot, never empty, safe on every system. */
export function safeFileName(raw: string): string {
  const { stem, extension } = splitName(originalName(raw))
  const slug = slugOf(stem) || 'tep'
  const safe = reservedOnWindows.test(slug) ? `tep-${slug}` : slug
  return extension === '' ? safe : `${safe}.${extension.toLowerCase()}`
}

const pictureName = /\.(?:jpe?g|jfif|png|gif|webp|avif|heic|heif|bmp|tiff?|svg)$/i
const documentName = /^\S+\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar|mp[34]|mov|txt)$/i
const cameraName =
  /^(?:img|image|dsc[nf]?|dji|pic|photo|p|z|zalo|received|screenshot|scan|vid|video|pxl)[-_ ]?\(?\d(?:[\d_ .():-]|at|[ap]m)*$/i
const longNumber = /\d{8}|^[\da-f-]{16,}$/i
const slugName = /^[a-z\d]+(?:[-_][a-z\d]+){2,}$/

/**
 * Whether a description of a picture is only the name of its file, so that a person must still write one. A sentence is
 * never taken for a name, even where a file was named with it.
 */
export function looksLikeFileName(text: string, original?: string): boolean {
  const line = normalLine(text)
  if (pictureName.test(line) || documentName.test(line) || cameraName.test(line)) return true
  if (original !== undefined && isNameOf(line, normalLine(original))) return true
  return !line.includes(' ') && (longNumber.test(line) || slugName.test(line) || isMachineWord(line))
}

function isMachineWord(word: string): boolean {
  return /^[\w().-]+$/.test(word) && word.includes('_') && /\d/.test(word)
}

function isNameOf(line: string, original: string): boolean {
  const { stem, extension } = splitName(original)
  if (line === '') return false
  if (extension !== '' && fold(line) === fold(original)) return true
  const isSentence = line.split(' ').length >= 4
  return !isSentence && fold(line) === fold(stem)
}

/** Multipart parsers read names as latin1; a text that is valid UTF-8 byte for byte was UTF-8. */
function repairUtf8(raw: string): string {
  const units = Array.from({ length: raw.length }, (_, index) => raw.charCodeAt(index))
  if (units.some((unit) => unit > 0xff)) return raw
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(units))
  } catch {
    return raw
  }
}

/** Old browsers send a path, invented or real: `C:\fakepath\a.pdf`. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? ''
}

function splitName(name: string): { stem: string; extension: string } {
  const trimmed = withoutLastDots(name)
  const dot = trimmed.lastIndexOf('.')
  const extension = trimmed.slice(dot + 1)
  // "Báo cáo 2.2017" ends in a year, not in an extension; ".htaccess" has no other name.
  if (dot < 1 || !/^[a-z\d]{1,10}$/i.test(extension) || /^\d+$/.test(extension)) return { stem: trimmed, extension: '' }
  return { stem: trimmed.slice(0, dot), extension }
}

function withoutLastDots(name: string): string {
  let end = name.length
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end--
  return name.slice(0, end)
}
