import { Piscina } from 'piscina'
import { createInHand } from '../site/in-hand.ts'
import type { World } from '../site/world.ts'
import { type ReadFault, type Reading, type ReadTask, unread } from './reading.ts'

/** Where documents are read: one at a time, on a thread that is ended when a file was made to stop it. */
export type DocumentWorkshop = {
  /** Never fails for what is in a file. */
  read(task: ReadTask): Promise<Reading | ReadFault>
  /** How many documents are being read or wait. */
  inHand(): number
  /** Ends after the work in hand. */
  close(): Promise<void>
}

export type ReadingLimits = {
  longestMs: number
  /** Beside its heap a thread holds unpacked streams, for which Node knows no limit: the whole process is watched. */
  mostGrowthBytes: number
}

const usualLimits: ReadingLimits = { longestMs: 10_000, mostGrowthBytes: 500 * 1024 * 1024 }
const heapMegabytes = 256
const watchMs = 50
const idleMs = 30_000

/** The thread starts with the first document and leaves when there is none. */
export function createWorkshop({ log }: Pick<World, 'log'>, limits = usualLimits): DocumentWorkshop {
  const pool = new Piscina<ReadTask, Reading | ReadFault>({
    filename: new URL('./document-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  })
  // A thread that is ended may run out of memory while it ends; unheard, that would end the whole process.
  pool.on('error', () => {})
  const inHand = createInHand()
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, so that the limits count the reading alone. */
  function read(task: ReadTask): Promise<Reading | ReadFault> {
    const mine = inHand.during(last.then(() => readWithinLimits(task)))
    last = mine
    return mine
  }

  async function readWithinLimits(task: ReadTask): Promise<Reading | ReadFault> {
    const end = new AbortController()
    const before = process.memoryUsage.rss()
    const clock = setTimeout(() => end.abort(), limits.longestMs)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.mostGrowthBytes) end.abort()
    }, watchMs)
    try {
      return await pool.run(task, { signal: end.signal })
    } catch (error) {
      log.warn({ err: error, kind: task.kind }, 'a document could not be read')
      return unread
    } finally {
      clearTimeout(clock)
      clearInterval(watch)
    }
  }

  async function close() {
    await last
    await pool.destroy()
  }

  return { read, inHand: inHand.count, close }
}
