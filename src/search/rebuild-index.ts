import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { deskIndexPart } from './desk-index-part.ts'
import type { IndexPart } from './index-part.ts'
import { publicIndexPart } from './public-index-part.ts'
import { findRebuild, forgetRebuilds, type Rebuild, saveRebuild } from './rebuild-store.ts'
import { searchIndexOf } from './search-index.ts'

export type RebuildTools = { database: Database; world: Pick<World, 'clock'> }
export type Progress = (done: number, total: number) => void

/**
 * Makes every index anew while people go on searching: each batch becomes true by itself. Goes on where an earlier run
 * was cut off. Gives how many documents it indexed: live articles, all articles for staff, pictures.
 */
export async function rebuildIndex(tools: RebuildTools, onProgress: Progress = () => {}): Promise<number> {
  const left = await listLeft(tools)
  if (left.length === 0) await inTransaction(tools.database, forgetRebuilds)
  return finish(tools, onProgress)
}

/** For the start of a portal: does nothing when every index is of this version. */
export const rebuildOutdated = (tools: RebuildTools): Promise<number> => finish(tools, () => {})

/** A part that is not finished yet, and the last id that it has. */
type Left = { part: IndexPart; lastId: number }

async function finish(tools: RebuildTools, onProgress: Progress): Promise<number> {
  const left = await listLeft(tools)
  const counts = left.map(({ part, lastId }) => part.countAfter(tools.database.write, lastId))
  const total = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  let done = 0
  for (const { part, lastId } of left) {
    let rebuild: Rebuild = { version: part.version, lastId, finishedAt: null }
    while (rebuild.finishedAt === null) {
      const batch = await indexBatch(tools, part, rebuild.lastId)
      rebuild = batch.rebuild
      done += batch.documents
      onProgress(Math.min(done, total), total)
      await letOthersGoOn()
    }
  }
  return done
}

async function listLeft({ database }: RebuildTools): Promise<Left[]> {
  const left: Left[] = []
  for (const part of partsOf(database)) {
    const last = await findRebuild(database.write, part.name)
    if (last?.version !== part.version) left.push({ part, lastId: 0 })
    else if (last.finishedAt === null) left.push({ part, lastId: last.lastId })
  }
  return left
}

const partsOf = (database: Database): IndexPart[] => [
  publicIndexPart(database),
  deskIndexPart(database, 'articles'),
  deskIndexPart(database, 'pictures'),
]

function indexBatch({ database, world }: RebuildTools, part: IndexPart, lastId: number) {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    await searchIndexOf(database).hold(transaction)
    const { upTo, documents, isLast } = await part.indexNext(transaction, lastId, now)
    const rebuild: Rebuild = { version: part.version, lastId: upTo, finishedAt: isLast ? now : null }
    await saveRebuild(transaction, part.name, rebuild)
    return { rebuild, documents }
  })
}
