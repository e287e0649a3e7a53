import { Piscina } from 'piscina'
import { createInHand } from '../site/in-hand.ts'
import type { PictureSize } from './picture.ts'
import type { WorkFault } from './picture-limits.ts'
import type { CutTask, GlanceTask, MadePicture, PictureTask, RatioTask } from './picture-worker.ts'

/** Where pictures are decoded and resized: one at a time, away from the thread that answers readers. */
export type PictureWorkshop = {
  make(task: PictureTask): Promise<MadePicture | WorkFault>
  cut(task: CutTask): Promise<PictureSize>
  /** A small picture of a file that nobody has taken over yet. */
  glance(task: GlanceTask): Promise<PictureSize | WorkFault>
  /** A part of one of the files that we made, as a JPEG. */
  cutRatio(task: RatioTask): Promise<Uint8Array>
  /** The likeness of a picture by one of the files that we made of it; empty where there is none. */
  look(file: string): Promise<string>
  /** How many pictures are being worked on or wait. */
  inHand(): number
  /** Ends after the work in hand. */
  close(): Promise<void>
}

const idleMs = 30_000
const closingMs = 10_000

/** The thread starts with the first picture and leaves when there is none, so a portal without uploads never loads sharp. */
export function createWorkshop(): PictureWorkshop {
  const pool = new Piscina({
    filename: new URL('./picture-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    closeTimeout: closingMs,
  })
  const inHand = createInHand()
  const run = (task: unknown, name: string) => inHand.during(pool.run(task, { name }))
  return {
    make: (task) => run(task, 'makePicture'),
    cut: (task) => run(task, 'cutPicture'),
    glance: (task) => run(task, 'glanceAt'),
    cutRatio: (task) => run(task, 'cutRatio'),
    look: (file) => run(file, 'lookAt'),
    inHand: inHand.count,
    close: () => pool.close(),
  }
}
