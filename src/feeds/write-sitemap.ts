import { setImmediate } from 'node:timers/promises'
import type { Database } from '../database/index.ts'
import { type Picture, pictureReader, plainFilePath } from '../media/index.ts'
import { articlePath } from '../news/index.ts'
import { publicUpdate } from './feed.ts'
import { idsIn, mostPictures, pagesEnd, pagesStart, sitemapPage } from './sitemap.ts'
import { type SitemapArticle, sitemapReader } from './sitemap-store.ts'

export type SitemapTools = { database: Pick<Database, 'read'>; siteUrl: string; now: string }

const oneBatch = 100

/** One part, in pieces of a hundred articles: the archive is never in memory. */
export async function* writeArticles({ database, siteUrl, now }: SitemapTools, part: number): AsyncGenerator<string> {
  const { upTo, ...range } = idsIn(part)
  yield pagesStart
  for (let after = range.after; ; ) {
    const articles = await sitemapReader(database.read).listArticles({ after, upTo, most: oneBatch }, now)
    const last = articles.at(-1)
    if (!last) break
    const pictures = await pictureReader(database.read).listByIds(articles.flatMap(shownFirst))
    yield articles.map((article) => sitemapPage(pageOf(article, pictures, siteUrl))).join('')
    after = last.id
    // SQLite answers at once, so without this a long sitemap would keep every reader waiting.
    await setImmediate()
  }
  yield pagesEnd
}

const shownFirst = ({ pictureIds }: SitemapArticle) => pictureIds.slice(0, mostPictures)

const pageOf = (article: SitemapArticle, pictures: ReadonlyMap<number, Picture>, siteUrl: string) => ({
  address: siteUrl + articlePath(article),
  changedAt: publicUpdate(article),
  pictures: shownFirst(article).flatMap((id) => {
    const picture = pictures.get(id)
    return picture ? [siteUrl + plainFilePath(picture)] : []
  }),
})
