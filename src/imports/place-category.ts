import { addCategory, type CategoryNode, type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { fold } from '../text/fold.ts'
import { normalLine } from '../text/normal-form.ts'
import { slugOf } from '../text/slug.ts'
import type { Mapping } from './mapping.ts'
import type { OldCategory } from './old-article.ts'

export type CategoryTools = { database: Database; world: World }

export type CategoryWish = {
  categories: Mapping['categories']
  /** The address of the category for what finds none, such as `tin-tuc`. */
  fallback: string | null
  /** Whether what is not here is made, as it was there. */
  makesMissing: boolean
  isTrial: boolean
}

export type CategoryPlacer = {
  /** The category here for those of an old article; null where none fits. */
  place(categories: OldCategory[]): Promise<number | null>
}

/** In a trial a category that would be made has no number yet. */
export const categoryToMake = 0
const mostLevels = 6
const longestName = 100

/** Finds a category by what the operator said, by its old address, by its name; makes it where that is wished. */
export async function createCategoryPlacer(tools: CategoryTools, wish: CategoryWish): Promise<CategoryPlacer> {
  let tree = await categoryReader(tools.database.write).getTree()
  const mapped = new Map(Object.entries(wish.categories).map(([name, path]) => [fold(name), path]))
  let waiting: Promise<unknown> = Promise.resolve()

  /** One after the other: two articles would make the same category twice. */
  function place(categories: OldCategory[]): Promise<number | null> {
    const mine = waiting.then(() => placeNow(categories))
    waiting = mine.catch(() => {})
    return mine
  }

  async function placeNow(categories: OldCategory[]): Promise<number | null> {
    const said = categories.map(cleaned).filter((each) => each.length > 0)
    const meant = firstFound(said, (category) => findMapped(category, mapped, tree))
    if (meant) return meant.id
    // Which of several is here already depends on what was imported before; the first is the first at every run.
    const [first] = said
    if (first && wish.makesMissing)
      return findAlike(first, tree, wish)?.id ?? (wish.isTrial ? categoryToMake : make(first))
    const found = firstFound(said, (category) => findAlike(category, tree, wish))
    return found?.id ?? (wish.fallback === null ? null : (findByPath(wish.fallback, tree)?.id ?? null))
  }

  /** Each level that is missing, from the root down. */
  async function make(category: OldCategory): Promise<number | null> {
    let parent: CategoryNode | undefined
    for (const { name, slug } of category.slice(0, mostLevels)) {
      const siblings: CategoryNode[] = parent ? parent.children : tree.roots
      const known = siblings.find((node) => fold(node.name) === fold(name))
      parent = known ?? (await add(name, slugOf(slug) || slugOf(name) || 'muc', parent ?? null))
    }
    return parent?.id ?? null
  }

  async function add(name: string, slug: string, parent: CategoryNode | null): Promise<CategoryNode | undefined> {
    const parentId = parent?.id ?? null
    // A first step that belongs to the portal itself, or to another name, takes a number.
    for (let number = 1; number <= 9; number++) {
      const wished = {
        name,
        slug: number === 1 ? slug : `${slug}-${number}`,
        description: '',
        parentId,
        homePosition: null,
      }
      const id = await addCategory(tools, null, wished).catch(isRefusal)
      if (id === null) continue
      tree = await categoryReader(tools.database.write).getTree()
      return tree.find(id)
    }
    return parent ?? undefined
  }

  return { place }
}

const isRefusal = (error: unknown): null => {
  if (error instanceof Error && 'status' in error && error.status === 409) return null
  throw error
}

const cleaned = (category: OldCategory): OldCategory =>
  category
    .map(({ name, slug }) => ({ name: normalLine(name || slug).slice(0, longestName), slug }))
    .filter(({ name }) => name !== '')

const firstFound = (said: OldCategory[], find: (category: OldCategory) => CategoryNode | undefined) =>
  said.map(find).find((node) => node !== undefined)

/** What the operator said of it, under its whole name or its last. */
function findMapped(category: OldCategory, mapped: Map<string, string>, tree: CategoryTree): CategoryNode | undefined {
  const last = category.at(-1)
  const names = [category.map(({ name }) => name).join('/'), last?.name ?? '', last?.slug ?? '']
  const path = names.map((name) => mapped.get(fold(name))).find((each) => each !== undefined)
  return path === undefined ? undefined : findByPath(path, tree)
}

function findAlike(category: OldCategory, tree: CategoryTree, wish: CategoryWish): CategoryNode | undefined {
  const path = category.map(({ slug, name }) => slugOf(slug || name)).join('/')
  return findByPath(path, tree) ?? findByName(category, tree, wish)
}

export const findByPath = (path: string, tree: CategoryTree): CategoryNode | undefined =>
  tree.all.find((node) => node.path === `/${path.replace(/^\/+|\/+$/g, '')}`)

/**
 * Two of one name say nothing. “Trong tỉnh” below “Kinh tế” is not the one below “Văn hóa”; only where nothing may be made, and
 * nothing here is called as what stood above, its own name is enough.
 */
function findByName(
  category: OldCategory,
  tree: CategoryTree,
  { makesMissing }: CategoryWish,
): CategoryNode | undefined {
  const [last, above] = [category.at(-1), category.at(-2)]
  const isCalled = (node: CategoryNode | undefined, name: string) =>
    node !== undefined && fold(node.name) === fold(name)
  const isFree = above === undefined || (!makesMissing && !tree.all.some((node) => isCalled(node, above.name)))
  const [only, ...others] = tree.all.filter(
    (node) => isCalled(node, last?.name ?? '') && (isFree || isCalled(tree.find(node.parentId), above.name)),
  )
  return others.length === 0 ? only : undefined
}
