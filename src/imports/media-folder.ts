import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export type MediaFolder = {
  /** The file that an address of the old site leads to, by its path; null where the folder has none. */
  find(address: string): string | null
}

/** Which picture of which size: WordPress writes `a-300x200.jpg` beside `a.jpg`. */
const sized = /-\d{2,5}x\d{2,5}(?=\.\w+$)/

/**
 * The files that came with the old site. The folder may be its root or any folder below, so an address finds a file where one
 * of the two paths ends with the other. No address is ever put together with the folder: nothing outside can be reached.
 */
export async function openMediaFolder(folder: string | null): Promise<MediaFolder> {
  const files = new Map<string, string[]>()
  for (const path of folder === null ? [] : await listFiles(folder)) {
    const name = keyOf(path.split('/').at(-1) ?? '')
    files.set(name, [...(files.get(name) ?? []), path])
  }

  function find(address: string): string | null {
    const path = pathOf(address)
    if (folder === null || path === null) return null
    const found = (sized.test(path) ? findPath(path.replace(sized, '')) : null) ?? findPath(path)
    return found === null ? null : join(folder, found)
  }

  function findPath(path: string): string | null {
    const wanted = keyOf(path)
    const alike = files.get(wanted.split('/').at(-1) ?? '') ?? []
    const [best] = alike.filter((each) => isEnd(wanted, keyOf(each))).sort((a, b) => b.length - a.length)
    return best ?? null
  }

  return { find }
}

const isEnd = (a: string, b: string) => `/${a}`.endsWith(`/${b}`) || `/${b}`.endsWith(`/${a}`)

/** Paths below the folder; what is only a pointer elsewhere is left out. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
}

/** Servers of the old portals did not tell `Anh.JPG` from `anh.jpg`; disks write one letter in two ways. */
const keyOf = (path: string): string => path.normalize('NFC').toLowerCase()

/** The path of an address or of a path, decoded, without what leads upwards; null for data and foreign schemes. */
export function pathOf(address: string): string | null {
  const [path = ''] = address.replace(/^(?:https?:)?\/\/[^/?#]*/i, '').split(/[?#]/)
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return null
  const steps = decoded(path)
    .replaceAll('\\', '/')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
  return steps.length === 0 ? null : steps.join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The last step of an address, as a name for people. */
export const fileNameIn = (address: string): string => pathOf(address)?.split('/').at(-1) ?? ''

const documentFile = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|rar|rtf)$/i
export const isDocumentAddress = (address: string): boolean => documentFile.test(fileNameIn(address))
