import type { CategoryNode, CategoryTree } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { pictureReader } from '../media/index.ts'
import { countPages } from '../site/pagination.ts'
import { articleReader } from './article-store.ts'
import { type CategoryParts, perPage } from './category-page.ts'
import { coverIds } from './story-part.ts'

type CategoryWish = { node: CategoryNode; tree: CategoryTree; page: number; now: string }
type CategoryContent = Pick<CategoryParts, 'node' | 'tree' | 'page' | 'counts' | 'headlines' | 'pictures'>

/** Null for a page after the last one. */
export async function readCategory(database: Database, wish: CategoryWish): Promise<CategoryContent | null> {
  const { node, tree, page, now } = wish
  const articles = articleReader(database.read)
  const counts = await articles.countByCategory([node.id, ...node.children.map((child) => child.id)], now)
  const total = counts.get(node.id) ?? 0
  if (page > countPages(total, perPage)) return null
  const headlines = await articles.listCategory(node.id, { page, perPage }, now)
  const pictures = await pictureReader(database.read).listByIds(coverIds(headlines))
  return { node, tree, page, counts, headlines, pictures }
}
