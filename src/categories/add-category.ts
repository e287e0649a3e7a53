import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { conflict } from '../site/faults.ts'
import { nextPosition } from './category-order.ts'
import { categoryReader, categoryWriter } from './category-store.ts'
import { type CategoryWish, placeFlaw, slugFor } from './category-wish.ts'
import type { CategoryTools } from './index.ts'

/** The new category stands last in its place. Gives its id; throws a conflict when the tree has no such place. */
export async function addCategory(
  { database, world }: Pick<CategoryTools, 'database' | 'world'>,
  by: Actor,
  wish: CategoryWish,
): Promise<number> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const tree = await writer.holdTree()
    if (placeFlaw(wish, null, tree)) conflict()
    const id = await writer.add({ ...wish, slug: slugFor(wish), position: nextPosition(tree, wish.parentId) })
    await writer.rememberPaths(await categoryReader(transaction).getTree())
    await auditWriter(transaction, now).record(by, 'created', { kind: 'category', id, title: wish.name })
    return id
  })
}
