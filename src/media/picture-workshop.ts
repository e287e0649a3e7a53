import { Piscina } from 'piscina'
import type { WorkFault } from './picture-limits.ts'
import type { PictureSize, PictureTask } from './picture-worker.ts'

/** Where pictures are decoded and resized: one at a time, away from the thread that answers readers. */
export type PictureWorkshop = {
  make(task: PictureTask): Promise<PictureSize | WorkFault>
  /** Ends after the work in hand. */
  close(): Promise<void>
}

const idleMs = 30_000
const closingMs = 10_000

/** The thread starts with the first picture and leaves when there is none, so a portal without uploads never loads sharp. */
export function createWorkshop(): PictureWorkshop {
  const pool = new Piscina<PictureTask, PictureSize | WorkFault>({
    filename: new URL('./picture-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    closeTimeout: closingMs,
  })
  return { make: (task) => pool.run(task), close: () => pool.close() }
}
