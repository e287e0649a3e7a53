import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import type { PictureSearch } from './picture-search.ts'
import { pictureReader, pictureWriter } from './picture-store.ts'

type RemoveTools = { database: Database; world: World; search: Pick<PictureSearch, 'follow'> }

/** Throws a 409 fault when an article shows it, which the page that offers the removal has already said. */
export async function removePicture({ database, world, search }: RemoveTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const reader = pictureReader(transaction)
    const picture = (await reader.find(id)) ?? notFound()
    if ((await reader.listUses(id)).length > 0) conflict()
    await pictureWriter(transaction, now).remove(id)
    await search.follow(transaction, id)
    await auditWriter(transaction, now).record(by, 'deleted', { kind: 'picture', id, title: picture.originalName })
  })
}
