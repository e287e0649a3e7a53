import type { PastedPicture } from './cleaning/pasted-pictures.ts'
import type { SendPicture, Sent } from './send-picture.ts'

/** Pictures on their way to the library, by the keys of their places in the text. */
export type Uploads = {
  /** The key of the next picture; those after it count on from there. */
  next(): number
  start(picture: File): string
  /** null while it is on its way. */
  outcomeOf(key: string): Sent | null
  /** A key may come from another window, through the clipboard. */
  isKnown(key: string): boolean
}

/** While the server works on one picture the next is on its way. */
const atOnce = 2

export function createUploads(send: SendPicture, onSettled: (key: string, sent: Sent, file: File) => void): Uploads {
  const outcomes = new Map<string, Sent | null>()
  const waiting: { key: string; file: File }[] = []
  const first = Date.now()
  let running = 0

  return { next, start, outcomeOf: (key) => outcomes.get(key) ?? null, isKnown: (key) => outcomes.has(key) }

  function next(): number {
    return first + outcomes.size
  }

  function start(file: File): string {
    const key = String(next())
    outcomes.set(key, null)
    waiting.push({ key, file })
    void work()
    return key
  }

  async function work() {
    const upload = running < atOnce ? waiting.shift() : undefined
    if (!upload) return
    running++
    const sent = await send(upload.file)
    running--
    outcomes.set(upload.key, sent)
    onSettled(upload.key, sent, upload.file)
    await work()
  }
}

export const fileOf = ({ name, type, bytes }: PastedPicture): File => new File([bytes], name, { type })
