import type { Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { World } from '../site/world.ts'
import { type Duty, dutyOfSuccessor, firstWorker, lines, longestStopMs } from './duty.ts'

export type WorkerKeeper = {
  /** Exchanges all, one by one: each successor answers before its predecessor stops listening. */
  exchange(): void
  /** For each number who answers under it now; null while nobody does. */
  listWorking(): { number: number; worker: Worker | null }[]
  /** Every worker finishes what it began. */
  stop(): Promise<void>
}

/** It has told itself why. */
export class WorkerFailed extends Error {}

/** How a worker is made that knows its duty and its number. */
type Hire = (duty: Duty, number: number) => Worker
type Kept = { worker: Worker; duty: Duty; number: number; since: number; place: 'starting' | 'working' | 'leaving' }

/** Whoever dies sooner may die of what it does, so that its successor waits longer and longer. */
const soundLifeMs = 60_000
const longestRestMs = 30_000

/** Throws `WorkerFailed` when one of the first could not start. */
export async function keepWorkers(count: number, { log }: Pick<World, 'log'>, hire: Hire): Promise<WorkerKeeper> {
  const all = new Set<Kept>()
  let isStopping = false
  let earlyDeaths = 0
  let exchanging = Promise.resolve()

  /** Comes back once it answers. */
  async function begin(duty: Duty, number: number): Promise<void> {
    const kept: Kept = { worker: hire(duty, number), duty, number, since: performance.now(), place: 'starting' }
    all.add(kept)
    const begun = await new Promise<boolean>((resolve) => {
      kept.worker.on('message', (line) => line === lines.ready && resolve(true))
      kept.worker.once('exit', (code, signal) => {
        resolve(false)
        leave(kept, { code, signal })
      })
    })
    if (!begun) throw new WorkerFailed('it ended before it answered')
    kept.place = 'working'
    log.info({ worker: kept.worker.process.pid, duty }, 'worker answers')
  }

  function leave(kept: Kept, how: { code: number; signal: string }) {
    const { worker, duty, number, place, since } = kept
    all.delete(kept)
    if (place === 'leaving') log.info({ worker: worker.process.pid }, 'worker left')
    if (isStopping || place !== 'working') return
    log.error({ worker: worker.process.pid, ...how }, 'worker died')
    earlyDeaths = performance.now() - since < soundLifeMs ? earlyDeaths + 1 : 0
    void replace(dutyOfSuccessor(duty), number)
  }

  async function replace(duty: Duty, number: number): Promise<void> {
    await wait(earlyDeaths < 2 ? 0 : Math.min(2 ** earlyDeaths * 250, longestRestMs))
    if (isStopping) return
    try {
      await begin(duty, number)
    } catch (error) {
      if (isStopping) return
      log.error({ err: error }, 'worker not replaced yet')
      earlyDeaths += 1
      await replace(duty, number)
    }
  }

  async function exchangeAll(): Promise<void> {
    for (const old of [...all].filter(({ place }) => place === 'working')) {
      if (isStopping) return
      // One that died meanwhile has its successor already.
      if (!all.has(old)) continue
      await begin(dutyOfSuccessor(old.duty), old.number)
      await retire(old)
    }
    log.info({ workers: count }, 'workers exchanged')
  }

  async function retire(old: Kept): Promise<void> {
    if (!all.has(old)) return
    old.place = 'leaving'
    old.worker.send(lines.retire)
    await gone(old)
  }

  /** Whoever hangs is not asked twice. */
  async function gone({ worker }: Kept): Promise<void> {
    const forced = setTimeout(() => worker.process.kill('SIGKILL'), longestStopMs + 2_000)
    await once(worker, 'exit')
    clearTimeout(forced)
  }

  await begin('begin', firstWorker)
  for (let more = 1; more < count; more += 1) await begin('answer', firstWorker + more)

  return {
    exchange() {
      exchanging = exchanging.then(exchangeAll).catch((error: unknown) =>
        // Those that are left go on as they are.
        log.error({ err: error }, 'could not exchange the workers'),
      )
    },
    listWorking() {
      // Of two under one number the newer came last, and takes over.
      const working = new Map([...all].filter(({ place }) => place === 'working').map((kept) => [kept.number, kept]))
      return Array.from({ length: count }, (_, place) => firstWorker + place).map((number) => ({
        number,
        worker: working.get(number)?.worker ?? null,
      }))
    },
    async stop() {
      isStopping = true
      const leaving = [...all].map(gone)
      for (const { worker } of all) worker.process.kill('SIGTERM')
      await Promise.all(leaving)
    },
  }
}
