import type { Database, Writer } from './database/index.ts'
import { deskSearchWriter, searchWriter } from './search/index.ts'
import type { World } from './site/world.ts'

type ReindexTools = { database: Database; world: Pick<World, 'clock'> }

/** Whoever searches finds articles by what their documents say. */
export const reindexArticles =
  ({ database, world }: ReindexTools) =>
  async (transaction: Writer, articleIds: number[]): Promise<void> => {
    const readers = searchWriter(database, transaction, world.clock.now())
    for (const id of articleIds) {
      await readers.follow(id)
      await deskSearchWriter(database, transaction).followArticle(id)
    }
  }
