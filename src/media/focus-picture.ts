import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import type { Focus } from './focus.ts'
import { pictureReader, pictureWriter } from './picture-store.ts'

type FocusTools = { database: Database; world: World }

/** Null for the middle. Throws a 404 fault when there is no such picture. */
export async function focusPicture(
  { database, world }: FocusTools,
  by: Actor,
  id: number,
  focus: Focus | null,
): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const picture = (await pictureReader(transaction).find(id)) ?? notFound()
    await pictureWriter(transaction, now).setFocus(picture, focus)
    await auditWriter(transaction, now).record(by, 'focused', { kind: 'picture', id, title: picture.originalName })
  })
}
