import type { CategoryTree } from '../categories/index.ts'

/** The categories that somebody works in, each with everything below; null for everywhere. */
export function scopeOf(categoryIds: readonly number[] | null, tree: CategoryTree): number[] | null {
  if (categoryIds === null) return null
  return [...new Set(categoryIds.flatMap((id) => tree.branch(id).map((category) => category.id)))]
}

export const isInScope = (categoryId: number, categoryIds: readonly number[] | null, tree: CategoryTree): boolean =>
  scopeOf(categoryIds, tree)?.includes(categoryId) ?? true
