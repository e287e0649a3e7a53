import type { CategoryNode } from './category.ts'

export type RemovalObstacle = 'has-children' | 'has-articles'

/** Articles never lose their category; `articles` counts drafts, withdrawn and trashed ones and old editions too. */
export function removalObstacle(
  { children }: Pick<CategoryNode, 'children'>,
  articles: number,
): RemovalObstacle | null {
  if (children.length > 0) return 'has-children'
  return articles > 0 ? 'has-articles' : null
}
