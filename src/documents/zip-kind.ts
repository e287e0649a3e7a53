import type { DocumentKind, KindFound, Refusal } from './document-kind.ts'
import { lookIntoZip, type ZipParts } from './zip-parts.ts'

/** Word, Excel and LibreOffice keep their documents in a ZIP; what it is stands in two parts with fixed names. */
export async function zipKindOf(path: string): Promise<KindFound> {
  const found = await lookIntoZip(path, kindIn)
  return typeof found === 'string' ? { refused: found } : found
}

const mostTypeBytes = 1024 * 1024
const mostNames = 5
const programs =
  /\.(?:exe|msi|msix|scr|com|pif|cmd|bat|ps1|vb[se]|jse?|wsf|hta|lnk|jar|apk|dll|cpl|reg|docm|dotm|xls[mb]|xltm|pptm|iso|img)$/i

async function kindIn(parts: ZipParts): Promise<KindFound> {
  if (parts.names.length === 0) return { refused: 'empty' }
  if (parts.isLocked) return { refused: 'locked' }
  if (parts.has('mimetype')) return openDocument(parts)
  if (parts.has('[Content_Types].xml')) return officeDocument(parts)
  if (parts.has('META-INF/MANIFEST.MF') || parts.has('AndroidManifest.xml')) return { refused: 'program' }
  const found = parts.names.filter((name) => programs.test(name))
  if (found.length === 0) return { accepted: 'zip', warnings: [] }
  return { accepted: 'zip', warnings: [{ kind: 'programs', names: found.slice(0, mostNames).map(lastStep) }] }
}

/** OpenDocument 1.2, part 3: the part `mimetype` holds nothing but the type. */
async function openDocument(parts: ZipParts): Promise<KindFound> {
  const type = (await parts.readText('mimetype', mostTypeBytes))?.trim() ?? ''
  const kinds: Record<string, DocumentKind> = {
    'application/vnd.oasis.opendocument.text': 'odt',
    'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  }
  const kind = kinds[type]
  if (!kind) return { refused: refusedOpenDocument(type) }
  if (hasTwins(parts)) return { refused: 'damaged' }
  const manifest = (await parts.readText('META-INF/manifest.xml', mostTypeBytes)) ?? ''
  if (manifest.includes('encryption-data')) return { refused: 'locked' }
  return parts.names.some(isMacroOfOpenDocument) ? { refused: 'macros' } : { accepted: kind, warnings: [] }
}

function refusedOpenDocument(type: string): Refusal {
  if (type.startsWith('application/vnd.oasis.opendocument.presentation')) return 'slides'
  return type.endsWith('-template') ? 'template' : 'other'
}

/** The lists that LibreOffice keeps of its macros may stand there empty. */
function isMacroOfOpenDocument(name: string): boolean {
  return /^Basic\/[^/]+\/(?!script-lb\.|dialog-lb\.)[^/]+\.xml$/.test(name) || /^Scripts\/.*\w\.\w+$/.test(name)
}

/** Office Open XML, part 2: `[Content_Types].xml` names the type of the main part. */
async function officeDocument(parts: ZipParts): Promise<KindFound> {
  const types = (await parts.readText('[Content_Types].xml', mostTypeBytes)) ?? ''
  if (hasTwins(parts)) return { refused: 'damaged' }
  const hasMacros = /macroEnabled|vbaProject/i.test(types) || parts.names.some((name) => /vbaProject\.bin$/i.test(name))
  if (hasMacros) return { refused: 'macros' }
  if (types.includes('wordprocessingml.document.main+xml')) return { accepted: 'docx', warnings: [] }
  if (types.includes('spreadsheetml.sheet.main+xml')) return { accepted: 'xlsx', warnings: [] }
  if (types.includes('presentationml.')) return { refused: 'slides' }
  return { refused: types.includes('.template.main+xml') ? 'template' : 'other' }
}

/** One part under two names would be another thing to whoever takes the first than to whoever takes the last. */
const hasTwins = ({ names }: ZipParts) => new Set(names).size < names.length

const lastStep = (name: string) => name.split('/').at(-1) ?? name
