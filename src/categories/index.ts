import type { Database } from '../database/index.ts'
import type { MenuNode } from '../site/layout.ts'
import type { CategoryNode } from './category.ts'
import { categoryReader } from './category-store.ts'

export { buildTree, type Category, type CategoryNode, type CategoryTree } from './category.ts'
export { categoryReader, categoryWriter } from './category-store.ts'

/** What menus show: everything that is not hidden, with its address. */
export async function readMenu(database: Database): Promise<MenuNode[]> {
  return menuNodes((await categoryReader(database.read).getTree()).roots)
}

function menuNodes(nodes: CategoryNode[]): MenuNode[] {
  return nodes
    .filter((node) => node.hiddenAt === null)
    .map(({ name, path, children }) => ({ name, path, children: menuNodes(children) }))
}
