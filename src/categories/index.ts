import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import type { MenuNode } from '../site/layout.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import type { CategoryNode, CategoryTree } from './category.ts'
import { categoryStaffRoutes } from './staff-routes.ts'

export { addCategory } from './add-category.ts'
export { buildTree, type Category, type CategoryNode, type CategoryTree } from './category.ts'
export { categoryReader, categoryWriter } from './category-store.ts'
export type { CategoryWish } from './category-wish.ts'
export { categoriesPath } from './paths.ts'
export { categoryWords } from './words.ts'

export type CategoryTools = {
  config: Pick<Config, 'language'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  /** Lists the articles of these categories anew, after they came to stand below others. */
  relist: (transaction: Writer, tree: CategoryTree, categoryIds: number[]) => Promise<void>
  /** Makes the articles of a category be found by its new name. */
  reindex: (categoryId: number) => Promise<unknown>
}

/** The tree "Chuyên mục", and where staff arrange it. */
export function createCategories(tools: CategoryTools) {
  return { staffRoutes: categoryStaffRoutes(tools) }
}

/** What menus show: everything that is not hidden, with its address. */
export const menuOf = (tree: CategoryTree): MenuNode[] => menuNodes(tree.roots)

function menuNodes(nodes: CategoryNode[]): MenuNode[] {
  return nodes
    .filter((node) => node.hiddenAt === null)
    .map(({ name, path, children }) => ({ name, path, children: menuNodes(children) }))
}
