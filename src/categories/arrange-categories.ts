import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { CategoryNode } from './category.ts'
import { childrenIn, type Direction, reordered } from './category-order.ts'
import { type RemovalObstacle, removalObstacle } from './category-removal.ts'
import { categoryReader, categoryWriter } from './category-store.ts'
import type { CategoryTools } from './index.ts'

type ArrangeTools = Pick<CategoryTools, 'database' | 'world'>

const subjectOf = ({ id, name }: CategoryNode) => ({ kind: 'category', id, title: name }) as const

/** One step among its siblings; at the end of them nothing happens. */
export async function moveCategory({ database, world }: ArrangeTools, by: Actor, id: number, direction: Direction) {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const tree = await writer.holdTree()
    const category = tree.find(id) ?? notFound()
    const siblings = reordered(childrenIn(tree, category.parentId), id, direction)
    if (!siblings) return
    for (const [index, sibling] of siblings.entries()) await writer.setPosition(sibling.id, index + 1)
    await auditWriter(transaction, now).record(by, 'moved', subjectOf(category))
  })
}

export async function hideCategory({ database, world }: ArrangeTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const category = (await writer.holdTree()).find(id) ?? notFound()
    if (category.hiddenAt !== null) return
    await writer.hide(id)
    await auditWriter(transaction, now).record(by, 'hid', subjectOf(category))
  })
}

export async function showCategory({ database, world }: ArrangeTools, by: Actor, id: number): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const category = (await writer.holdTree()).find(id) ?? notFound()
    if (category.hiddenAt === null) return
    await writer.show(id)
    await auditWriter(transaction, now).record(by, 'showed', subjectOf(category))
  })
}

/** Its old addresses go with it. */
export async function removeCategory(
  { database, world }: ArrangeTools,
  by: Actor,
  id: number,
): Promise<'removed' | RemovalObstacle> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const writer = categoryWriter(transaction, now)
    const category = (await writer.holdTree()).find(id) ?? notFound()
    const obstacle = removalObstacle(category, await categoryReader(transaction).countUse(id))
    if (obstacle) return obstacle
    await writer.remove(id)
    await auditWriter(transaction, now).record(by, 'deleted', subjectOf(category))
    return 'removed'
  })
}
