import { type CategoryNode, type CategoryTree, categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { type Label, labelIn, labelPath, labelReader } from '../listings/index.ts'
import { correctionsPath, homePath } from '../news/index.ts'

/** The page whose news a feed tells. */
export type FeedSource =
  | { kind: 'portal'; path: string }
  | { kind: 'corrections'; path: string }
  | { kind: 'category'; path: string; category: CategoryNode }
  | { kind: 'label'; path: string; label: Label }

type SourceTools = { database: Pick<Database, 'read'>; readTree: () => Promise<CategoryTree> }

export const portalSource: FeedSource = { kind: 'portal', path: homePath }

/** By the path of the page, also one that a category had before; null when no page there has a feed. */
export async function findSource(
  { database: { read }, readTree }: SourceTools,
  pagePath: string,
  now: string,
): Promise<FeedSource | null> {
  if (pagePath === correctionsPath) return { kind: 'corrections', path: correctionsPath }
  const asked = labelIn(pagePath)
  const label = asked && (await labelReader(read).find(asked.kind, asked.slug, now))
  if (label) return { kind: 'label', path: labelPath(label), label }
  const tree = await readTree()
  const category = tree.findByPath(pagePath) ?? tree.find(await categoryReader(read).findIdByPath(pagePath))
  return category ? { kind: 'category', path: category.path, category } : null
}
