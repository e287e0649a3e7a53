import { auditWriter } from '../audit/index.ts'
import { buildTree, categoryReader } from '../categories/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { listingWriter } from '../listings/index.ts'
import { deskSearchWriter, searchWriter } from '../search/index.ts'
import type { DeskTools } from './act-on-article.ts'
import { autosaveWriter } from './autosave-store.ts'
import { dueReader, dueWriter } from './catch-up-store.ts'

export type CatchUpTools = DeskTools & {
  /** What other rooms keep of an article goes with it. */
  eraseElsewhere: (transaction: Writer, articleId: number) => Promise<void>
}

const dayMs = 24 * 60 * 60 * 1000
const daysInTrash = 30
const daysUnsaved = 30
const oneBatch = 25
const noTree = buildTree([])

/**
 * Side effects of the passing of time. Readers get nothing wrong before it runs: what they see is computed when they ask.
 * Running it twice, late, or after the clock jumped changes nothing more.
 */
export async function catchUp(tools: CatchUpTools): Promise<{ unlisted: number; erased: number }> {
  const unlisted = await unlistExpired(tools)
  await relistMissing(tools)
  await countDue(tools)
  const erased = await emptyTrash(tools)
  const now = tools.world.clock.now()
  await inTransaction(tools.database, (transaction) =>
    autosaveWriter(transaction, now).clearOlderThan(before(now, daysUnsaved)),
  )
  return { unlisted, erased }
}

/** Lists stay short: what is over would otherwise be skipped by every reader. */
async function unlistExpired({ config, database, world }: DeskTools): Promise<number> {
  const now = world.clock.now()
  for (let count = 0; ; ) {
    const ids = await dueReader(database.write).listExpired(now, oneBatch)
    if (ids.length === 0) return count
    await inTransaction(database, async (transaction) => {
      await dueWriter(transaction, now).hold(ids)
      await listingWriter(transaction, noTree, { now, timeZone: config.timeZone }).unlistOver(ids)
      for (const id of ids) await searchWriter(database, transaction, now).follow(id)
    })
    count += ids.length
  }
}

/** A clock that ran ahead took away what is not over yet. */
async function relistMissing({ config, database, world }: DeskTools): Promise<void> {
  const now = world.clock.now()
  const ids = (await dueReader(database.write).listMissing(now, oneBatch)).map(({ articleId }) => articleId)
  if (ids.length === 0) return
  await inTransaction(database, async (transaction) => {
    await dueWriter(transaction, now).hold(ids)
    const still = await dueReader(transaction).listMissing(now, oneBatch)
    const tree = await categoryReader(transaction).getTree()
    const lists = listingWriter(transaction, tree, { now, timeZone: config.timeZone })
    for (const missing of still.filter(({ articleId }) => ids.includes(articleId))) {
      await lists.list(missing)
      await searchWriter(database, transaction, now).follow(missing.articleId)
    }
  })
}

/** The archive counts a scheduled article when its hour has come. */
async function countDue({ config, database, world }: DeskTools): Promise<void> {
  const now = world.clock.now()
  for (;;) {
    const ids = await dueReader(database.write).listUncounted(now, oneBatch)
    if (ids.length === 0) return
    await inTransaction(database, async (transaction) => {
      await dueWriter(transaction, now).hold(ids)
      await listingWriter(transaction, noTree, { now, timeZone: config.timeZone }).countDue(ids)
    })
  }
}

/** The only thing that ever erases. */
async function emptyTrash(tools: CatchUpTools): Promise<number> {
  const now = tools.world.clock.now()
  const deletedBefore = before(now, daysInTrash)
  let count = 0
  for (const article of await dueReader(tools.database.write).listTrashed(deletedBefore, oneBatch)) {
    if (await erase(tools, article, deletedBefore, now)) count += 1
  }
  return count === oneBatch ? count + (await emptyTrash(tools)) : count
}

function erase(
  { database, eraseElsewhere }: CatchUpTools,
  { id, title }: { id: number; title: string },
  deletedBefore: string,
  now: string,
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const eraser = dueWriter(transaction, now)
    if (!(await eraser.markErased(id, deletedBefore))) return false
    await eraseElsewhere(transaction, id)
    await eraser.eraseText(id)
    await deskSearchWriter(database, transaction).followArticle(id)
    await auditWriter(transaction, now).record(null, 'erased', { kind: 'article', id, title })
    return true
  })
}

const before = (now: string, days: number) => new Date(Date.parse(now) - days * dayMs).toISOString()
