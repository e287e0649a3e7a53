import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import type { Family } from '../metrics/index.ts'
import { firstWorker } from './duty.ts'
import type { WorkerKeeper } from './keep-workers.ts'

/** `families` is null of a worker that is not there, or that did not answer in time. */
export type WorkerFigures = { number: number; families: Family[] | null }
export type ReadWorkers = () => Promise<WorkerFigures[]>

/** A worker asks its keeper, who asks all of them and hands back what they told. */
type Question = { figures: 'asked'; id: number }
type Told = { figures: 'told'; id: number; families: Family[] }
type Gathered = { figures: 'gathered'; id: number; workers: WorkerFigures[] }

const longestMs = { worker: 1_000, keeper: 1_500 }
/** Whoever has left meanwhile needs no answer. */
const ignoreGone = () => {}

export const readOneProcess =
  (tell: () => Family[]): ReadWorkers =>
  async () => [{ number: firstWorker, families: tell() }]

/** For one worker of several. Where the keeper is deaf, it tells of itself alone. */
export function readWorkers(tell: () => Family[], { number, count }: { number: number; count: number }): ReadWorkers {
  const replies = createReplies<WorkerFigures[]>()
  const send = (line: Question | Told) => process.send?.(line, undefined, undefined, ignoreGone)
  process.on('message', (line) => {
    if (isLine<Question>(line, 'asked')) send({ figures: 'told', id: line.id, families: tell() })
    if (isLine<Gathered>(line, 'gathered')) replies.take(line.id, line.workers)
  })
  const alone = (): WorkerFigures[] =>
    Array.from({ length: count }, (_, place) => firstWorker + place).map((each) => ({
      number: each,
      families: each === number ? tell() : null,
    }))

  return async () => {
    const gathered = await replies.await((id) => send({ figures: 'asked', id }), longestMs.keeper)
    return gathered ?? alone()
  }
}

/** For the keeper. */
export function relayFigures({ listWorking }: Pick<WorkerKeeper, 'listWorking'>): void {
  const replies = createReplies<Family[]>()
  const ask = (worker: Worker) =>
    replies.await((id) => worker.send({ figures: 'asked', id } satisfies Question, ignoreGone), longestMs.worker)

  async function gather(asker: Worker, id: number) {
    const workers = await Promise.all(
      listWorking().map(async ({ number, worker }) => ({ number, families: worker && (await ask(worker)) })),
    )
    if (asker.isConnected()) asker.send({ figures: 'gathered', id, workers } satisfies Gathered, ignoreGone)
  }

  cluster.on('message', (worker, line) => {
    if (isLine<Question>(line, 'asked')) void gather(worker, line.id)
    if (isLine<Told>(line, 'told')) replies.take(line.id, line.families)
  })
}

const isLine = <Line extends { figures: string }>(line: unknown, kind: Line['figures']): line is Line =>
  typeof line === 'object' && line !== null && 'figures' in line && line.figures === kind

/** Who waits for which answer. */
function createReplies<Reply>() {
  const awaited = new Map<number, (reply: Reply) => void>()
  let last = 0

  return {
    take: (id: number, reply: Reply) => awaited.get(id)?.(reply),
    /** Null when it does not come in time. */
    async await(send: (id: number) => void, most: number): Promise<Reply | null> {
      last += 1
      const id = last
      const reply = new Promise<Reply>((resolve) => awaited.set(id, resolve))
      send(id)
      try {
        return await Promise.race([reply, wait(most, null, { ref: false })])
      } finally {
        awaited.delete(id)
      }
    },
  }
}
