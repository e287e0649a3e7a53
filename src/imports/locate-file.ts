import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Upload } from '../site/incoming-files.ts'
import { fileNameIn, type MediaFolder } from './media-folder.ts'
import type { OldArticle } from './old-article.ts'

export type LocateTools = {
  media: MediaFolder
  /** A folder for what is fetched, or lies in the text itself; whoever made it removes it. */
  scratch: string
  /** Nothing else is ever asked for over the network. */
  allowedHosts: ReadonlySet<string>
}

const mostBytes = 100 * 1024 * 1024
const patienceMs = 30_000
const dataAddress = /^data:image\/([a-z]+)[\w;=-]*;base64,([\sA-Za-z\d+/=]*)$/

/** The file behind the first of these addresses that leads to one; null where none does. */
export async function locateFile(tools: LocateTools, addresses: string[], article: OldArticle): Promise<Upload | null> {
  for (const address of addresses) {
    const found =
      (await ofText(tools, address)) ?? inFolder(tools, address, article) ?? (await fetched(tools, address, article))
    if (found) return found
  }
  return null
}

async function ofText({ scratch }: LocateTools, address: string): Promise<Upload | null> {
  const [, kind, letters] = dataAddress.exec(address) ?? []
  if (!kind || !letters) return null
  const path = join(scratch, randomUUID())
  await writeFile(path, Buffer.from(letters, 'base64'))
  return { path, originalName: `anh-trong-bai.${kind}` }
}

/** A saved page names its files from where it lies itself. */
function inFolder({ media }: LocateTools, address: string, { place }: OldArticle): Upload | null {
  const isBeside = !/^(?:[a-z]+:|\/)/i.test(address)
  const path = (isBeside ? media.find(join(dirname(place.file), address)) : null) ?? media.find(address)
  return path === null ? null : { path, originalName: fileNameIn(address) }
}

/** From the host that the operator named and from no other: a redirect is an answer like "not found". */
async function fetched(
  { allowedHosts, scratch }: LocateTools,
  address: string,
  article: OldArticle,
): Promise<Upload | null> {
  const url = URL.parse(address, article.address ?? undefined)
  if (!url || !/^https?:$/.test(url.protocol) || !allowedHosts.has(url.host)) return null
  const path = join(scratch, randomUUID())
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
    if (!answer.ok || !answer.body) return null
    await pipeline(Readable.fromWeb(answer.body), limited, createWriteStream(path))
    return { path, originalName: fileNameIn(address) }
  } catch {
    // Whatever a foreign server does, the article goes on without the file, and the report says so.
    return null
  }
}

async function* limited(chunks: AsyncIterable<Buffer>) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new Error('the file is larger than anything that is kept')
    yield chunk
  }
}
