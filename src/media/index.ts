import type { Response } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { fillLikenesses } from './fill-likenesses.ts'
import type { Picture } from './picture.ts'
import { pictureFiles } from './picture-files.ts'
import type { PictureSearch } from './picture-search.ts'
import { createWorkshop, type PictureWorkshop } from './picture-workshop.ts'
import { mediaPublicRoutes } from './public-routes.ts'
import { mediaStaffRoutes } from './staff-routes.ts'
import { sweepIncoming } from './sweep-incoming.ts'
import { sendVariant } from './variant-routes.ts'

export { type DescribeTools, describePicture } from './describe-picture.ts'
export type { PictureUse } from './library.ts'
export { chooserPath, libraryPath, picturePath } from './paths.ts'
export { type Description, type Picture, type PictureProblem, pictureProblems } from './picture.ts'
export type { PictureChoice, PictureChoices } from './picture-choice.ts'
export { descriptionIssues } from './picture-form.ts'
export type { PictureSearch } from './picture-search.ts'
export { pictureReader, pictureWriter } from './picture-store.ts'
export { type Audience, type PictureView, type PictureWish, pictureView } from './picture-view.ts'
export { createWorkshop, type PictureWorkshop } from './picture-workshop.ts'
export { type Received, type ReceiveTools, receivePicture } from './receive-picture.ts'
export { type UploadForm, uploadForm } from './upload-form.ts'
export { type MediaWords, mediaWords } from './words.ts'

export type MediaTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  search: PictureSearch
  /** Makes the pages of articles that show the picture again, once its words or its files have changed. */
  rerender: (pictureId: number) => Promise<void>
}

export type StaffTools = MediaTools & { workshop: PictureWorkshop }

const looksAMinute = 100

/** Pictures: received, checked, resized, described, served. The database must have its tables. */
export function createMedia(tools: MediaTools) {
  const workshop = createWorkshop()
  const { uploads } = tools.config
  pictureFiles(uploads).openIncoming()

  return {
    publicRoutes: mediaPublicRoutes(tools),
    staffRoutes: mediaStaffRoutes({ ...tools, workshop }),
    /** For rooms that show somebody a picture before everybody may see it: nothing on the way keeps the file. */
    sendPrivately: (res: Response, picture: Picture | null, name: string) =>
      sendVariant(res, { uploads, files: picture, name, cacheControl: 'no-store' }),
    /** For the start and once a minute: leftovers of uploads go, and pictures from before are looked at. */
    async catchUp(): Promise<void> {
      await sweepIncoming({ uploads, database: tools.database })
      await fillLikenesses({ ...tools, uploads, workshop }, looksAMinute)
    },
    /** Ends after the picture in hand. */
    close: (): Promise<void> => workshop.close(),
  }
}
