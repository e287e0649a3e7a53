import mammoth from 'mammoth'
import { type Reading, unread } from './reading.ts'
import { lookIntoZip } from './zip-parts.ts'

/** Bytes of XML that a document may unpack to: a thousand pages of text have less. */
const mostXmlBytes = 40 * 1024 * 1024

/** Its words. Word does not write down reliably how many pages it has. */
export async function readDocx(path: string): Promise<Reading> {
  const isHonest = await lookIntoZip(path, (parts) => parts.areHonest(/\.(?:xml|rels)$/i, mostXmlBytes))
  if (isHonest !== true) return unread
  const { value } = await mammoth.extractRawText({ path })
  return { pages: null, text: value, warnings: [] }
}
