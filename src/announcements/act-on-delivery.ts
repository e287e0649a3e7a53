import { type Act, type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import type { World } from '../site/world.ts'
import { announcementWriter } from './announcement-store.ts'
import { deliveryWriter } from './delivery-store.ts'
import { receiverReader, receiverWriter } from './receiver-store.ts'

export type ActTools = { database: Database; world: World }

/** A message that tells nothing, to see whether it arrives. It goes out within seconds. */
export function sendTest(tools: ActTools, by: Actor, receiverId: number): Promise<void> {
  const now = tools.world.clock.now()
  return actOnReceiver(tools, by, receiverId, 'tested', async (transaction) => {
    await announcementWriter(transaction, { now, random: tools.world.random }).addTest(receiverId)
    await receiverWriter(transaction, now).endPause(receiverId)
  })
}

/** A receiver that said it was gone is told again, of what happens from now on. */
export function resumeReceiver(tools: ActTools, by: Actor, receiverId: number): Promise<void> {
  return actOnReceiver(tools, by, receiverId, 'resumed', (transaction) =>
    receiverWriter(transaction, tools.world.clock.now()).resume(receiverId),
  )
}

/** False when it cannot be sent any more. */
export function resend({ database, world }: ActTools, by: Actor, deliveryId: number): Promise<boolean> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const sent = await deliveryWriter(transaction, now).resend(deliveryId)
    if (sent === null) return false
    const { receiverId, host, type, articleId } = sent
    await receiverWriter(transaction, now).endPause(receiverId)
    const note = articleId === null ? type : `${type} ${articleId}`
    await auditWriter(transaction, now).record(by, 'resent', { kind: 'receiver', id: receiverId, title: host }, note)
    return true
  })
}

function actOnReceiver(
  { database, world }: ActTools,
  by: Actor,
  receiverId: number,
  act: Act,
  steps: (transaction: Writer) => Promise<void>,
): Promise<void> {
  return inTransaction(database, async (transaction) => {
    const receiver = (await receiverReader(transaction).find(receiverId)) ?? notFound()
    await steps(transaction)
    const subject = { kind: 'receiver', id: receiverId, title: receiver.host } as const
    await auditWriter(transaction, world.clock.now()).record(by, act, subject)
  })
}
