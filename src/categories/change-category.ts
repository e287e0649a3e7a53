import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import { nextPosition } from './category-order.ts'
import { categoryReader, categoryWriter } from './category-store.ts'
import { type CategoryWish, placeFlaw, slugFor } from './category-wish.ts'
import type { CategoryTools } from './index.ts'

/** A category that moves to another parent stands last there and takes everything below it along. */
export async function changeCategory(
  { database, world, relist, reindex }: Pick<CategoryTools, 'database' | 'world' | 'relist' | 'reindex'>,
  by: Actor,
  id: number,
  wish: CategoryWish,
): Promise<void> {
  const now = world.clock.now()
  const isRenamed = await inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const tree = await writer.holdTree()
    const before = tree.find(id) ?? notFound()
    if (placeFlaw(wish, id, tree)) conflict()
    const isMoving = wish.parentId !== before.parentId
    const position = isMoving ? nextPosition(tree, wish.parentId) : before.position
    await writer.change({ ...wish, id, slug: slugFor(wish), position })

    const changed = await categoryReader(transaction).getTree()
    const after = changed.find(id) ?? notFound()
    await writer.rememberPaths(changed)
    if (isMoving)
      await relist(
        transaction,
        changed,
        changed.branch(id).map((node) => node.id),
      )
    const subject = { kind: 'category', id, title: after.name } as const
    await auditWriter(transaction, now).record(by, isMoving ? 'moved' : 'changed', subject, changeNote(before, after))
    return after.name !== before.name
  })
  if (isRenamed) await reindex(id)
}

type Known = { name: string; path: string }

/** What became of the old name and the old address, for whoever looks for them in the log. */
function changeNote(before: Known, after: Known): string {
  const changes = [
    [before.name, after.name],
    [before.path, after.path],
  ]
  return changes
    .filter(([was, is]) => was !== is)
    .map((change) => change.join(' → '))
    .join('; ')
}
