import { Piscina } from 'piscina'
import { createInHand } from '../site/in-hand.ts'
import type { Rendering, RenderTask, Unrenderable } from './rendering.ts'

export {
  type BodyPicture,
  pictureIdsIn,
  pictureScheme,
  type Rendering,
  rendererVersion,
  type Unrenderable,
} from './rendering.ts'
export { holdsPlayer, playerOrigins } from './video-address.ts'

export type Markdown = {
  /** Markdown to clean HTML; never throws for what somebody wrote. */
  render(task: RenderTask): Promise<Rendering | Unrenderable>
  /** How many texts are being rendered or wait. */
  inHand(): number
  close(): Promise<void>
}

const longestMs = 1_000
const mostMegabytes = 128

/** One thread: an article that stops it is ended after a second, while readers and other writers go on. */
export function createMarkdown(): Markdown {
  const inHand = createInHand()
  let started: { pool: Piscina; last: Promise<unknown> } | null = null

  /** One after the other, each on a thread that is ready, so that the second counts rendering alone. */
  function render(task: RenderTask): Promise<Rendering | Unrenderable> {
    started ??= startThread()
    const { pool, last } = started
    const mine = inHand.during(last.then(() => renderInTime(pool, task)))
    started.last = mine
    return mine
  }

  /** Ends after what is being rendered. */
  async function close() {
    await started?.last
    await started?.pool.destroy()
  }

  return { render, inHand: inHand.count, close }
}

/** Not before somebody writes: a portal that is only read needs no thread. */
function startThread() {
  const pool = new Piscina({
    filename: new URL('./markdown-worker.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // A thread that is ended by its second may run out of memory while it ends; unheard, that would end the whole process.
  pool.on('error', () => {})
  return { pool, last: warmUp(pool) as Promise<unknown> }
}

async function renderInTime(pool: Piscina, task: RenderTask): Promise<Rendering | Unrenderable> {
  try {
    return await pool.run(task, { signal: AbortSignal.timeout(longestMs) })
  } catch {
    await warmUp(pool)
    return { unrenderable: true }
  }
}

/** A new thread must load first; that is not the next writer's second. */
async function warmUp(pool: Piscina) {
  await pool.run({ markdown: '', pictures: {}, language: 'vi' } satisfies RenderTask).catch(() => {})
}
