import { categoryReader } from '../../src/categories/index.ts'
import { inTransaction } from '../../src/database/index.ts'
import { dayCountReader, labelReader, listingWriter, renewListings } from '../../src/listings/index.ts'
import { givenNews, now, type Standing } from '../news/given-news.ts'

export const timeZone = 'Asia/Ho_Chi_Minh'

type Written = { tags?: string[]; author?: string }

/** The newsroom of `given-news`, whose lists are kept by the writer itself. */
export async function givenListings() {
  const given = await givenNews()
  const { database } = given
  const toolsAt = (at: string, zone = timeZone) => ({
    config: { timeZone: zone },
    database,
    world: { clock: { now: () => at } },
  })

  return {
    ...given,
    async publish({ tags = [], author = '', ...standing }: Standing & Written): Promise<number> {
      const id = await given.add(standing)
      const edition = { tags: JSON.stringify(tags), author }
      await database.write.updateTable('editions').set(edition).where('article_id', '=', id).execute()
      await database.write.deleteFrom('category_listings').where('article_id', '=', id).execute()
      await writing(now, (lists) =>
        lists.list({
          articleId: id,
          categoryId: standing.categoryIds?.at(-1) ?? given.economy,
          publishedAt: standing.at ?? '2017-02-16T03:00:00.000Z',
          expiresAt: standing.expiresAt ?? null,
          tags,
          author,
        }),
      )
      return id
    },
    writing,
    labels: () => labelReader(database.read),
    counts: (at = now) => dayCountReader(database.read, { now: at, timeZone }),
    renew: (at = now, zone = timeZone) => renewListings(toolsAt(at, zone)),
  }

  function writing<T>(at: string, act: (lists: ReturnType<typeof listingWriter>) => Promise<T>): Promise<T> {
    return inTransaction(database, async (transaction) =>
      act(listingWriter(transaction, await categoryReader(transaction).getTree(), { now: at, timeZone })),
    )
  }
}

export { now }
