import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import type { Description } from './picture.ts'
import type { PictureSearch } from './picture-search.ts'
import { pictureReader, pictureWriter } from './picture-store.ts'

export type DescribeTools = {
  database: Database
  world: World
  search: Pick<PictureSearch, 'follow'>
  /** Makes the pages of articles that show the picture again, once its words have changed. */
  rerender: (pictureId: number) => Promise<void>
}

/**
 * Judge the description with `descriptionIssues` first. The note of consent, who agreed to be seen and when, stays as it is
 * where none is given. Throws a 404 fault when there is no such picture.
 */
export async function describePicture(
  tools: DescribeTools,
  by: Actor,
  id: number,
  description: Description,
  consent: string | null = null,
): Promise<void> {
  const now = tools.world.clock.now()
  await inTransaction(tools.database, async (transaction) => {
    const picture = (await pictureReader(transaction).find(id)) ?? notFound()
    const writer = pictureWriter(transaction, now)
    await writer.describe(id, description)
    if (consent !== null) await writer.noteConsent(id, consent)
    await tools.search.follow(transaction, id)
    await auditWriter(transaction, now).record(by, 'described', { kind: 'picture', id, title: picture.originalName })
  })
  await tools.rerender(id)
}
