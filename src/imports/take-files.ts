import { randomUUID } from 'node:crypto'
import { access, constants, copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { type DocumentWorkshop, publicPath, receiveDocument } from '../documents/index.ts'
import { describePicture, type Picture, type PictureWorkshop, receivePicture } from '../media/index.ts'
import { pictureSearch } from '../search/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { World } from '../site/world.ts'
import { shortenAtWord } from '../text/display.ts'
import { type BodyPicture, descriptionFrom, ownDescription, partCaption } from '../word-files/index.ts'
import { type LocateTools, locateFile } from './locate-file.ts'
import { type OldArticle, type OldPicture, type Problem, problem } from './old-article.ts'

export type FileTools = LocateTools & {
  config: Pick<Config, 'uploads' | 'language'>
  database: Database
  world: World
  pictures: PictureWorkshop
  documents: DocumentWorkshop
  isTrial: boolean
}

/** A file of the old site in a library of ours; in a trial it has no number yet. */
export type TakenPicture = { picture: Picture | null }
export type TakenDocument = { id: number | null; path: string | null }

/** As the library's own form has them. */
const most = { alternativeText: 300, caption: 500, credit: 200 }
const longestText = 500

export async function takePicture(
  tools: FileTools,
  wanted: OldPicture,
  article: OldArticle,
): Promise<TakenPicture | Problem> {
  const [best = ''] = wanted.addresses
  const file = await locateFile(tools, wanted.addresses, article)
  if (!file) return problem('missing-picture', shown(best))
  if (!(await isReadable(file))) return problem('refused-picture', file.path)
  try {
    if (tools.isTrial) return { picture: null }
    const received = await receivePicture(
      { ...tools, workshop: tools.pictures, search: pictureSearch(tools.database) },
      null,
      file,
    )
    return 'issue' in received
      ? problem('refused-picture', `${shown(best)}: ${received.issue}`)
      : { picture: received.picture }
  } finally {
    await removeFetched(tools, file.path)
  }
}

/** The library takes files over, so it gets a copy. */
export async function takeDocument(
  tools: FileTools,
  address: string,
  article: OldArticle,
): Promise<TakenDocument | Problem> {
  const file = await locateFile(tools, [address], article)
  if (!file) return problem('missing-document', shown(address))
  if (!(await isReadable(file))) return problem('refused-document', file.path)
  const copy = join(tools.scratch, randomUUID())
  try {
    if (tools.isTrial) return { id: null, path: null }
    await copyFile(file.path, copy)
    const received = await receiveDocument({ ...tools, workshop: tools.documents }, null, { ...file, path: copy })
    if ('issue' in received) return problem('refused-document', `${shown(address)}: ${received.issue}`)
    return { id: received.document.id, path: publicPath(received.document) }
  } finally {
    await rm(copy, { force: true })
    await removeFetched(tools, file.path)
  }
}

/** What the old text said of a picture that nobody described here yet; whether it has a description now. */
export async function describeTaken(tools: FileTools, picture: Picture, said: BodyPicture): Promise<boolean> {
  if (picture.alternativeText !== '' || picture.isDecorative) return true
  const { caption, credit } = partCaption(said.caption)
  const alternativeText = ownDescription(said.alternativeText) || descriptionFrom(said.caption)
  if (alternativeText === '' && caption === '') return false
  const description = {
    alternativeText: shortenAtWord(alternativeText, most.alternativeText),
    caption: shortenAtWord(picture.caption || caption, most.caption),
    credit: shortenAtWord(picture.credit || credit, most.credit),
    isDecorative: false,
  }
  // Articles that show it already say what it shows themselves, in their text: none has to be made again.
  const describing = { ...tools, search: pictureSearch(tools.database), rerender: async () => {} }
  await describePicture(describing, null, picture.id, description)
  return alternativeText !== ''
}

/** A file that nobody may read, or that went away meanwhile, is no reason to stop. */
const isReadable = ({ path }: Upload): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )

/** What lies in the scratch folder was fetched for this moment. */
async function removeFetched({ scratch }: LocateTools, path: string) {
  if (path.startsWith(join(scratch, '/'))) await rm(path, { force: true })
}

const shown = (address: string) => (address.startsWith('data:') ? 'data:…' : address).slice(0, longestText)
