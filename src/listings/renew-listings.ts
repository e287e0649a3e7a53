import { setImmediate as letOthersGoOn } from 'node:timers/promises'
import { categoryReader } from '../categories/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { listingWriter } from './listing-store.ts'
import { getRenewal, holdListed, listIdsAfter, type Renewal, saveRenewal } from './renewal-store.ts'

export type ListingTools = {
  config: { timeZone: string }
  database: Database
  world: Pick<World, 'clock'>
}

/** Grows with every change of what a label is or how days are counted. */
const rules = 1
const oneBatch = 100

/**
 * For the start of a portal: lists that another version, or another time zone, made are made anew, each batch by itself.
 * Gives how many articles it listed.
 */
export async function renewListings(tools: ListingTools): Promise<number> {
  const version = `${rules} ${tools.config.timeZone}`
  const last = await getRenewal(tools.database.write)
  let renewal: Renewal = last.version === version ? last : { version, lastId: 0, finishedAt: null }
  let count = 0
  while (renewal.finishedAt === null) {
    const batch = await renewBatch(tools, renewal)
    renewal = batch.renewal
    count += batch.listed
    await letOthersGoOn()
  }
  return count
}

function renewBatch({ config, database, world }: ListingTools, { version, lastId }: Renewal) {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const ids = await listIdsAfter(transaction, lastId, oneBatch)
    const articles = ids.length === 0 ? [] : await holdListed(transaction, ids, now)
    const tree = await categoryReader(transaction).getTree()
    const lists = listingWriter(transaction, tree, { now, timeZone: config.timeZone })
    for (const article of articles) await lists.list(article)
    const finishedAt = ids.length < oneBatch ? now : null
    const renewal = { version, lastId: ids.at(-1) ?? lastId, finishedAt }
    await saveRenewal(transaction, renewal)
    return { renewal, listed: articles.length }
  })
}
