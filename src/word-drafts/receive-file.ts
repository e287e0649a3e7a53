import { open, writeFile } from 'node:fs/promises'
import type { Upload } from '../site/incoming-files.ts'
import { originalName } from '../text/file-name.ts'
import { type DraftFromFile, type DraftPicture, wordFileWords } from '../word-files/index.ts'
import type { WordDraftTools } from './index.ts'
import type { WaitingFile, WaitingPicture, WaitingText } from './waiting-file.ts'
import { type WaitingPlace, waitingFiles } from './waiting-files.ts'

export type ReceiveTools = Pick<WordDraftTools, 'config' | 'world' | 'pictures' | 'reader'>

/** A file that arrived is read and waits under a key that its person alone gets; or a sentence says why not. */
export async function receiveFile(
  tools: ReceiveTools,
  staffId: number,
  upload: Upload,
): Promise<{ key: string } | { issue: string }> {
  const name = originalName(upload.originalName)
  const draft = await tools.reader.read({ path: upload.path, name })
  if ('refused' in draft) return { issue: wordFileWords[tools.config.language].refusals[draft.refused] }

  const files = waitingFiles(tools.config.uploads)
  const place = { staffId, key: tools.world.random(16).toString('hex') }
  try {
    const isOffice = await isArchive(upload.path)
    await files.begin(place, upload.path)
    const pictures = await keepPictures(tools, place, draft.pictures)
    await files.finish(place, {
      ...factsOf(draft),
      key: place.key,
      name,
      receivedAt: tools.world.clock.now(),
      isOffice,
      pictures,
    })
    await files.makeRoom(place)
    return { key: place.key }
  } catch (error) {
    await files.discard(place)
    throw error
  }
}

/** As .docx and .odt are; plain text readers are not given as a file. */
async function isArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1') === 'PK'
  } finally {
    await file.close()
  }
}

/** One after the other, as the picture workshop works. */
async function keepPictures(
  { config, pictures: intake }: ReceiveTools,
  place: WaitingPlace,
  pictures: readonly DraftPicture[],
): Promise<WaitingPicture[]> {
  const files = waitingFiles(config.uploads)
  const kept: WaitingPicture[] = []
  for (const [at, { bytes, name }] of pictures.entries()) {
    const path = files.pictureOf(place, at)
    await writeFile(path, bytes)
    kept.push({ name, found: await intake.glance({ path, originalName: name }, files.smallPictureOf(place, at)) })
  }
  return kept
}

function factsOf({ legacy, converted, ...found }: DraftFromFile): Pick<WaitingFile, 'text' | 'asFound'> {
  if (legacy === null || !converted) return { text: textOf(found), asFound: null }
  return { text: textOf(converted), asFound: { legacy, text: textOf(found) } }
}

const textOf = ({ pictures, ...text }: Omit<DraftFromFile, 'legacy' | 'converted'>): WaitingText => ({
  ...text,
  pictures: pictures.map(({ alternativeText, caption }) => ({ alternativeText, caption })),
})
