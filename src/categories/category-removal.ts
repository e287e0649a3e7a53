import type { CategoryNode } from './category.ts'

export type RemovalObstacle = 'has-children' | 'has-articles' | 'has-staff'

/** `articles` counts drafts, withdrawn and trashed ones and old editions too; `staff` those who work in some categories only. */
export type CategoryUse = { articles: number; staff: number }

/** Articles never lose their category, and nobody's narrow part of the newsroom becomes the whole of it. */
export function removalObstacle(
  { children }: Pick<CategoryNode, 'children'>,
  { articles, staff }: CategoryUse,
): RemovalObstacle | null {
  if (children.length > 0) return 'has-children'
  if (articles > 0) return 'has-articles'
  return staff > 0 ? 'has-staff' : null
}
