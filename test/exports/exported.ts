import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { type RequestListener, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExportedSite, exportSite } from '../../src/exports/index.ts'
import { exportAddresses } from '../../src/redirects/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { elementsIn, pageOf } from '../support/html.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** An empty folder that goes when the test ends. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-exports-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** What answers in place of the portal; null lets the portal answer. */
type Instead = (path: string) => number | null

export function exportTo(portal: TestPortal, folder: string, instead: Instead = () => null): Promise<ExportedSite> {
  const { config, database } = portal
  const now = portal.clock.now()
  const legacyAddresses = () => exportAddresses({ database: database.read, pages: { paths: [], folders: [] }, now })
  const site = passedOn(portal, instead)
  return exportSite({ config, database, site, now, legacyAddresses, onProgress: () => undefined }, folder)
}

const passedOn =
  ({ origin }: TestPortal, instead: Instead): RequestListener =>
  (req, res) => {
    const status = instead(req.url ?? '/')
    if (status !== null) return void res.writeHead(status).end()
    request(origin + req.url, { headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(res)
    }).end()
  }

/** Every file, with what it holds and when it was written. */
export async function filesIn(folder: string): Promise<Map<string, { sum: string; writtenAt: number }>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, { sum: string; writtenAt: number }>()
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const sum = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    files.set(path.slice(folder.length + 1), { sum, writtenAt: (await stat(path)).mtimeMs })
  }
  return files
}

export const textOf = (folder: string, file: string): Promise<string> => readFile(join(folder, file), 'utf8')

/** Where a page leads, and what it shows and loads, as a browser reads it. */
export function linksOf(html: string): string[] {
  return elementsIn(pageOf(html)).flatMap(({ properties }) => [
    ...[properties['href'], properties['src'], properties['poster']].flatMap((value) => (value ? [String(value)] : [])),
    ...String(properties['srcSet'] ?? '')
      .split(',')
      .map((choice) => choice.trim().split(' ')[0] ?? '')
      .filter(Boolean),
  ])
}
