import { Piscina } from 'piscina'
import { createInHand } from '../site/in-hand.ts'
import type { Draft, DraftFromFile } from './draft.ts'
import { mostHeapMegabytes, patienceMs } from './limits.ts'
import type { Refusal } from './refusal.ts'
import type { WordTask } from './word-worker.ts'

export {
  type Align,
  type Block,
  type Cell,
  isParagraph,
  type ListPlace,
  type Look,
  type Paragraph,
  type Piece,
  paragraph,
  plainLook,
  type Row,
  type Table,
  text,
} from './block.ts'
export { type BodyPicture, type ComposedBody, composeBody } from './compose-body.ts'
export { type Draft, type DraftFromFile, type DraftPicture, draftPictureScheme, type Legacy } from './draft.ts'
export type { Dropped, DroppedKind } from './dropped.ts'
export { mostColumns, mostFileBytes, mostFileMegabytes, mostRows } from './limits.ts'
export { mapParagraphs } from './office-text.ts'
export { encodingOf, type TextEncoding } from './reading/text-encoding.ts'
export type { Refusal } from './refusal.ts'
export { descriptionFrom, ownDescription, partCaption } from './rules/alternative-text.ts'
export { gatherParagraphs, type Surroundings } from './rules/gather-paragraphs.ts'
export { type WordFileForm, wordFileField, wordFileForm, wordFileLimits } from './upload-form.ts'
export { sentencesFor, type WordFileWords, wordFileWords } from './words.ts'
export { escapeCaption, escapeLabel, escapeWords } from './writing/escape-markdown.ts'

export type WordReader = {
  /** A .docx, .odt or .txt as a draft; never throws for what a file holds. */
  read(file: WordTask): Promise<DraftFromFile | { refused: Refusal }>
  /** How many files are being read or wait. */
  inHand(): number
  /** Ends after the file in hand. */
  close(): Promise<void>
}

const idleMs = 30_000

/**
 * One thread, started with the first file: one that stops it is refused, while readers and other writers go on.
 * `longestMs` is for one file.
 */
export function createWordReader(longestMs = patienceMs): WordReader {
  const pool = new Piscina<WordTask, DraftFromFile | { refused: Refusal }>({
    filename: new URL('./word-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
  })
  // A thread that is ended may run out of memory while it ends; unheard, that would end the whole process.
  pool.on('error', () => {})
  const inHand = createInHand()
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, so that the time counts reading alone. */
  function read(file: WordTask): Promise<DraftFromFile | { refused: Refusal }> {
    const mine = inHand.during(last.then(() => readInTime(pool, file, longestMs)))
    last = mine.catch(() => {})
    return mine
  }

  async function close() {
    await last
    await pool.destroy()
  }

  return { read, inHand: inHand.count, close }
}

async function readInTime(
  pool: Piscina<WordTask, DraftFromFile | { refused: Refusal }>,
  { path, name }: WordTask,
  longestMs: number,
): Promise<DraftFromFile | { refused: Refusal }> {
  try {
    const read = await pool.run({ path, name }, { signal: AbortSignal.timeout(longestMs) })
    return 'refused' in read ? read : withBuffers(read)
  } catch (error) {
    if (!isTooMuch(error)) throw error
    await awaitThread(pool)
    return { refused: 'too-large' }
  }
}

/** The thread that was ended may still take a file and lose it: this one, which is none, is for that. */
async function awaitThread(pool: Piscina) {
  await pool.run({ path: '', name: '' } satisfies WordTask).catch(() => {})
}

/** The thread was ended by its time or its memory. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'))

/** Bytes come out of a thread as plain arrays. */
function withBuffers(draft: DraftFromFile): DraftFromFile {
  const ownBytes = <Each extends Draft>(each: Each): Each => ({
    ...each,
    pictures: each.pictures.map((picture) => {
      const { buffer, byteOffset, byteLength } = picture.bytes
      return { ...picture, bytes: Buffer.from(buffer, byteOffset, byteLength) }
    }),
  })
  const { converted } = draft
  return converted ? { ...ownBytes(draft), converted: ownBytes(converted) } : ownBytes(draft)
}
