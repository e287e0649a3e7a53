import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import type { Delivery } from './announcement.ts'
import { composeIndexNow, composeWebhook } from './compose-message.ts'
import { deliveryReader, deliveryWriter } from './delivery-store.ts'
import { type Message, patienceMs, post } from './post-message.ts'
import type { Receiver } from './receiver.ts'
import { receiverWriter } from './receiver-store.ts'
import { judge, resultOf, type Verdict } from './verdict.ts'

export type DeliverTools = {
  config: Pick<Config, 'siteUrl' | 'language' | 'timeZone' | 'indexnowKey'>
  database: Database
  world: World
}

/** Longer than any try: whoever dies with a receiver in her hand keeps it no longer. */
const holdMs = 30_000
/** Addresses in one call to search engines, two for each that moved; they take ten thousand. */
const mostAtOnce = 1_000

/** One that is told something now: only by this process, one thing after the other. */
type Line = { tools: DeliverTools; receiver: Receiver; id: number; holder: string; signal: AbortSignal }

/**
 * Tells each receiver what waits for it. Receivers do not wait for each other; while one is being told, further calls leave it
 * alone. What was sent when the process dies, and not noted, is sent again: at least once, never lost.
 */
export function createDeliverer(tools: DeliverTools, receivers: readonly Receiver[]) {
  const { database, world } = tools
  const holder = world.random(8).toString('hex')
  const closing = new AbortController()
  const inHand = new Map<string, Promise<void>>()

  async function deliver(): Promise<void> {
    if (receivers.length === 0 || closing.signal.aborted) return
    const ready = await deliveryReader(database.write).listReady(world.clock.now())
    const begun = ready.flatMap(({ id, key }) => {
      const receiver = receivers.find((one) => one.key === key)
      return receiver ? [begin({ tools, receiver, id, holder, signal: closing.signal })] : []
    })
    await Promise.all(begun)
  }

  function begin(line: Line): Promise<void> {
    const { key } = line.receiver
    const running = inHand.get(key) ?? tellAll(line).finally(() => inHand.delete(key))
    inHand.set(key, running)
    return running
  }

  return {
    deliver,
    async close(): Promise<void> {
      closing.abort()
      await Promise.allSettled(inHand.values())
    },
  }
}

async function tellAll(line: Line): Promise<void> {
  if (!(await hold(line))) return
  try {
    let goesOn = true
    while (goesOn && !line.signal.aborted) goesOn = await tellNext(line)
  } catch (error) {
    if (!line.signal.aborted) throw error
  } finally {
    await inTransaction(line.tools.database, (transaction) =>
      receiverWriter(transaction, line.tools.world.clock.now()).release(line.id, line.holder),
    )
  }
}

/** False when there is nothing more, or when the receiver should be left alone. */
async function tellNext(line: Line): Promise<boolean> {
  const { tools, receiver, id } = line
  const now = tools.world.clock.now()
  const deliveries = deliveryReader(tools.database.write)
  const reading = readingWhatIsWritten(tools)
  if (receiver.kind === 'indexnow') {
    const due = await deliveries.listDue(id, now, mostAtOnce)
    return due.length > 0 && send(line, due, await composeIndexNow(reading, due))
  }
  const next = await deliveries.findNext(id, now)
  if (next === null) return false
  const message = await composeWebhook(reading, next, receiver, now)
  return message === null ? drop(line, next) : send(line, [next], message)
}

const readingWhatIsWritten = (tools: DeliverTools) => ({ ...tools, database: { read: tools.database.write } })

async function drop({ tools, id, holder }: Line, delivery: Delivery): Promise<boolean> {
  const now = tools.world.clock.now()
  return inTransaction(tools.database, async (transaction) => {
    await deliveryWriter(transaction, now).end([delivery.id], 'outdated', '')
    return receiverWriter(transaction, now).hold(id, { by: holder, until: after(now, holdMs) })
  })
}

async function send(line: Line, due: readonly Delivery[], message: Message): Promise<boolean> {
  const { tools, receiver, signal } = line
  const answer = await post(receiver.address, message, { signal, longestMs: patienceMs })
  const now = tools.world.clock.now()
  // Of many at once, what waits longest ends by its age.
  const tries = Math.min(...due.map((delivery) => delivery.tries)) + 1
  const verdict = judge(answer, receiver.kind, tries, now)
  const result = resultOf(answer)
  tell(line, verdict, { result, count: due.length, tries })
  return note(line, due, verdict, result)
}

/** The host alone: what stands behind it may be a secret. */
function tell({ tools, receiver }: Line, { kind }: Verdict, about: { result: string; count: number; tries: number }) {
  const { log } = tools.world
  const said = { receiver: receiver.host, ...about }
  if (kind === 'delivered') log.debug(said, 'announced')
  else if (kind === 'again') log.info(said, 'not announced, will be tried again')
  else if (kind === 'refused') log.warn(said, 'gave up an announcement')
  else log.warn(said, 'receiver is gone, it is told nothing more')
}

function note(line: Line, due: readonly Delivery[], verdict: Verdict, result: string): Promise<boolean> {
  const { tools, id, holder } = line
  const now = tools.world.clock.now()
  const ids = due.map((delivery) => delivery.id)
  return inTransaction(tools.database, async (transaction) => {
    const deliveries = deliveryWriter(transaction, now)
    const receivers = receiverWriter(transaction, now)
    switch (verdict.kind) {
      case 'delivered':
        await deliveries.end(ids, 'delivered', result)
        await receivers.noteSuccess(id, verdict.pausedUntil)
        return verdict.pausedUntil === null && receivers.hold(id, { by: holder, until: after(now, holdMs) })
      case 'again':
        await deliveries.tryAgain(ids, verdict.at, result)
        await receivers.noteFailure(id, verdict.pausedUntil)
        return false
      case 'refused':
        await deliveries.end(ids, 'given-up', result)
        await receivers.noteFailure(id, verdict.pausedUntil)
        return false
      case 'gone':
        await deliveries.end(ids, 'given-up', result)
        await deliveries.giveUpAllOf(id, result)
        await receivers.stop(id)
        return false
    }
  })
}

function hold({ tools, id, holder }: Line): Promise<boolean> {
  const now = tools.world.clock.now()
  return inTransaction(tools.database, (transaction) =>
    receiverWriter(transaction, now).hold(id, { by: holder, until: after(now, holdMs) }),
  )
}

const after = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString()
