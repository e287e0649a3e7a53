import { readAgencyParts } from '../agency/index.ts'
import { categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { pictureReader } from '../media/index.ts'
import { articleReader } from './article-store.ts'
import { type HomeCategory, homeCategories } from './home-blocks.ts'
import type { HomeParts } from './home-page.ts'
import { coverIds } from './story-part.ts'

/** Enough to find five with a picture and six more. */
const mostNewest = 30
const mostPinned = 3
/** Enough for a block even when the opening already shows five of them. */
const mostInCategory = 9

type HomeContent = Pick<HomeParts, 'description' | 'pinned' | 'newest' | 'categories' | 'tree' | 'pictures'>

export async function readHome(database: Database, now: string): Promise<HomeContent> {
  const articles = articleReader(database.read)
  const { agency } = await readAgencyParts(database)
  const tree = await categoryReader(database.read).getTree()
  const pinned = await articles.listPinned(now, mostPinned)
  const newest = await articles.listNewest(now, mostNewest)
  const categories: HomeCategory[] = []
  for (const category of homeCategories(tree)) {
    categories.push({ category, headlines: await articles.listNewestIn(category.id, now, mostInCategory) })
  }
  const shown = [...pinned, ...newest, ...categories.flatMap(({ headlines }) => headlines)]
  const pictures = await pictureReader(database.read).listByIds(coverIds(shown))
  return { description: agency.description, pinned, newest, categories, tree, pictures }
}
