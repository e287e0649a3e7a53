import type { CategoryTree } from '../categories/index.ts'
import type { StaffMember } from '../site/staff-router.ts'

/** Which articles somebody sees in lists of the newsroom. */
export type Sight = {
  createdBy: number | null
  /** Where somebody works who does not work everywhere; her own articles without a category are among them. */
  scope: { categoryIds: number[]; staffId: number } | null
}

/** Reporters see their own articles, everybody else all of where she works. */
export function sightOf(staff: StaffMember, tree: CategoryTree): Sight {
  const categoryIds = scopeOf(staff.categoryIds, tree)
  return {
    createdBy: staff.may('edit-all-articles') ? null : staff.id,
    scope: categoryIds && { categoryIds, staffId: staff.id },
  }
}

/** The categories that somebody works in, each with everything below; null for everywhere. */
export function scopeOf(categoryIds: readonly number[] | null, tree: CategoryTree): number[] | null {
  if (categoryIds === null) return null
  return [...new Set(categoryIds.flatMap((id) => tree.branch(id).map((category) => category.id)))]
}

export const isInScope = (categoryId: number, categoryIds: readonly number[] | null, tree: CategoryTree): boolean =>
  scopeOf(categoryIds, tree)?.includes(categoryId) ?? true
