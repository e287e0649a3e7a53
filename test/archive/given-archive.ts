import { fillNews, type Standing } from '../news/given-news.ts'
import { type TestPortal, testPortal } from '../support/test-portal.ts'

type Written = Standing & { tags?: string[]; author?: string; unit?: string }

/** A portal with Tin tức, Kinh tế below it, and articles whose lists were made by the start of the program. */
export async function portalWith(articles: Written[]) {
  const portal = await testPortal()
  const given = await fillNews(portal.database)
  const ids: number[] = []
  for (const article of articles) ids.push(await write(portal, given, article))
  await portal.renewOutdated()
  return { portal, given, ids, visitor: portal.visitor() }
}

async function write(
  { database }: TestPortal,
  { add }: Awaited<ReturnType<typeof fillNews>>,
  { tags, author, unit, ...standing }: Written,
): Promise<number> {
  const id = await add(standing)
  const edition = {
    ...(tags ? { tags: JSON.stringify(tags) } : {}),
    ...(author === undefined ? {} : { author }),
    ...(unit === undefined ? {} : { unit }),
  }
  if (Object.keys(edition).length > 0)
    await database.write.updateTable('editions').set(edition).where('article_id', '=', id).execute()
  return id
}

/** Titles of stories, in the order of the page. */
export const titlesOn = (html: string): string[] =>
  [...html.matchAll(/<h3><a href="\/tin-bai\/[^"]*">([^<]*)<\/a>/g)].map(([, title]) => title ?? '')
