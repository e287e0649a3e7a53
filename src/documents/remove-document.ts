import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import { documentReader, documentWriter } from './document-store.ts'

type RemoveTools = { database: Database; world: World }

/** Throws a 409 fault when an article carries it, which the page that offers the removal has already said. */
export async function removeDocument({ database, world }: RemoveTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const [reader, writer] = [documentReader(transaction), documentWriter(transaction, now)]
    if (!(await writer.hold(id))) notFound()
    const { title } = (await reader.find(id)) ?? notFound()
    if ((await reader.listUses(id)).length > 0) conflict()
    await writer.remove(id)
    await auditWriter(transaction, now).record(by, 'deleted', { kind: 'document', id, title })
  })
}
