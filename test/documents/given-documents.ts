import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction } from '../../src/database/index.ts'
import {
  createWorkshop,
  type Document,
  documentReader,
  documentWriter,
  type ReceiveTools,
} from '../../src/documents/index.ts'
import { realWorld } from '../../src/site/world.ts'
import { closeAfterTest } from '../support/close-after-test.ts'
import { huong, type Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'
import { pdfSaying } from './sample-files.ts'

export const library = '/quan-tri/tai-lieu'
export const field = 'documentFiles'

/** An empty folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cong-tin-documents-'))
  closeAfterTest(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** What receives a document, on the database of a portal, with a thread of its own. */
export function receiveTools({ config, database, world }: TestPortal): ReceiveTools {
  const workshop = createWorkshop(realWorld('silent'))
  closeAfterTest(() => workshop.close())
  return { config, database, world, workshop }
}

type Wish = { by?: Person; name?: string; bytes?: Buffer }

/** A document of the library, sent by somebody. */
export async function document(portal: TestPortal, wish: Wish = {}): Promise<Document> {
  const {
    by = huong,
    name = 'Báo cáo tháng 2.pdf',
    bytes = pdfSaying(`${name} of this test, long enough for a page`),
  } = wish
  const answer = await portal.as(by).upload(library, [{ field, name, bytes }])
  if (answer.status !== 303) throw new Error(`${name}: ${answer.status} ${answer.main()}`)
  const [sent] = await documentReader(portal.database.write).listNewest({ search: '', before: null }, 1)
  if (!sent) throw new Error(`${name} did not arrive`)
  return sent
}

/** What an article carries in the edition that stands there. */
export async function carry(portal: TestPortal, articleId: number, ids: number[]): Promise<number> {
  const { draft_edition_id, live_edition_id } = await portal.database.write
    .selectFrom('articles')
    .select(['draft_edition_id', 'live_edition_id'])
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow()
  const editionId = draft_edition_id ?? live_edition_id
  if (editionId === null) throw new Error(`article ${articleId} has no edition`)
  await inTransaction(portal.database, async (transaction) => {
    const writer = documentWriter(transaction, portal.clock.now())
    await writer.setOf(editionId, ids)
    if (live_edition_id !== null) await writer.makePublic(ids)
  })
  return editionId
}

/** As the newsdesk does when an article that carries it is published. */
export async function makePublic(portal: TestPortal, { id }: Document): Promise<Document> {
  await inTransaction(portal.database, (transaction) =>
    documentWriter(transaction, portal.clock.now()).makePublic([id]),
  )
  return find(portal, id)
}

export async function find({ database }: TestPortal, id: number): Promise<Document> {
  const known = await documentReader(database.write).find(id)
  if (!known) throw new Error(`no document ${id}`)
  return known
}

/** Files below the folder of documents, without the folder's own path. */
export async function filesOf({ config }: TestPortal): Promise<string[]> {
  const folder = join(config.uploads, 'tai-lieu')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
