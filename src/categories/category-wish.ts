import { slugOf } from '../text/slug.ts'
import { type CategoryTree, isReserved } from './category.ts'

export const mostLevels = 6
export const mostHomePositions = 20

/** What somebody wants a category to be. */
export type CategoryWish = {
  name: string
  /** Its step of the address, as typed; empty takes it from the name. */
  slug: string
  description: string
  parentId: number | null
  homePosition: number | null
}

export const slugFor = ({ slug, name }: Pick<CategoryWish, 'slug' | 'name'>): string => slugOf(slug || name)

export type PlaceFlaw = 'no-such-parent' | 'inside-itself' | 'too-deep' | 'no-address' | 'reserved' | 'taken'
type Place = Pick<CategoryWish, 'name' | 'slug' | 'parentId'>

/** What keeps a wish from its place in the tree; `id` is null for a category that does not exist yet. */
export function placeFlaw(wish: Place, id: number | null, tree: CategoryTree): PlaceFlaw | null {
  return parentFlaw(wish.parentId, id, tree) ?? addressFlaw(wish, id, tree)
}

function parentFlaw(parentId: number | null, id: number | null, tree: CategoryTree): PlaceFlaw | null {
  if (parentId === null) return null
  const parent = tree.find(parentId)
  if (!parent) return 'no-such-parent'
  if (tree.lineage(parentId).some((above) => above.id === id)) return 'inside-itself'
  return parent.depth + 1 + levelsOf(id, tree) > mostLevels ? 'too-deep' : null
}

/** How many levels a category takes up together with everything below it. */
function levelsOf(id: number | null, tree: CategoryTree): number {
  const depths = id === null ? [] : tree.branch(id).map((node) => node.depth)
  return depths.length === 0 ? 1 : Math.max(...depths) - Math.min(...depths) + 1
}

/** Siblings alone can share an address, since every step above is already its owner's. */
function addressFlaw(wish: Place, id: number | null, tree: CategoryTree): PlaceFlaw | null {
  const slug = slugFor(wish)
  if (slug === '') return 'no-address'
  if (isReserved(wish.parentId, slug)) return 'reserved'
  const address = `${tree.find(wish.parentId)?.path ?? ''}/${slug}`
  return tree.all.some((node) => node.path === address && node.id !== id) ? 'taken' : null
}

/** Where a category may stand, by the same rules; the top is not among them. */
export function possibleParents(id: number | null, tree: CategoryTree) {
  return tree.all.filter((node) => parentFlaw(node.id, id, tree) === null)
}
