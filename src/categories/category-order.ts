import type { CategoryNode, CategoryTree } from './category.ts'

export type Direction = 'up' | 'down'

/** Everything that stands in the same place, in menu order. */
export const childrenIn = (tree: CategoryTree, parentId: number | null): CategoryNode[] =>
  parentId === null ? tree.roots : (tree.find(parentId)?.children ?? [])

/** Behind everything that stands there already. */
export const nextPosition = (tree: CategoryTree, parentId: number | null): number =>
  Math.max(0, ...childrenIn(tree, parentId).map((node) => node.position)) + 1

/** The siblings in their new order; null when the category already stands at that end. */
export function reordered(siblings: readonly CategoryNode[], id: number, direction: Direction): CategoryNode[] | null {
  const from = siblings.findIndex((node) => node.id === id)
  const to = direction === 'up' ? from - 1 : from + 1
  const moved = siblings[from]
  const passed = siblings[to]
  if (!moved || !passed) return null
  return siblings.with(from, passed).with(to, moved)
}
