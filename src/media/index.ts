import type { Response } from 'express'
import type { Actor } from '../audit/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { describePicture } from './describe-picture.ts'
import { fillLikenesses } from './fill-likenesses.ts'
import { type Glance, glancePicture } from './glance-picture.ts'
import type { Description, Picture } from './picture.ts'
import { pictureFiles } from './picture-files.ts'
import type { PictureSearch } from './picture-search.ts'
import { createWorkshop, type PictureWorkshop } from './picture-workshop.ts'
import { mediaPublicRoutes } from './public-routes.ts'
import { type Received, receivePicture } from './receive-picture.ts'
import { mediaStaffRoutes } from './staff-routes.ts'
import { sweepIncoming } from './sweep-incoming.ts'
import { sendVariant } from './variant-routes.ts'

export { type DescribeTools, describePicture } from './describe-picture.ts'
export type { Glance } from './glance-picture.ts'
export type { PictureUse } from './library.ts'
export { chooserPath, libraryPath, picturePath } from './paths.ts'
export { type Description, type Picture, type PictureProblem, pictureProblems } from './picture.ts'
export type { PictureChoice, PictureChoices } from './picture-choice.ts'
export { descriptionIssues } from './picture-form.ts'
export type { PictureSearch } from './picture-search.ts'
export { pictureReader, pictureWriter } from './picture-store.ts'
export { type Audience, type PictureView, type PictureWish, pictureView } from './picture-view.ts'
export { createWorkshop, type PictureWorkshop } from './picture-workshop.ts'
export { findPlainFile, type PlainFile, plainFilePath } from './plain-file.ts'
export { previewCut, searchCutPaths } from './ratio-cut.ts'
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

/** For rooms in which pictures come with something else, such as a file of Word. */
export type PictureIntake = {
  /** A small JPEG at `target` of a file that may become a picture later; nothing is recorded. */
  glance(upload: Upload, target: string): Promise<Glance>
  /** The file stays where it is. */
  receive(by: Actor, upload: Upload): Promise<Received | { issue: string }>
  describe(by: Actor, id: number, description: Description): Promise<void>
}

/** Pictures: received, checked, resized, described, served. The database must have its tables. */
export function createMedia(tools: MediaTools) {
  const workshop = createWorkshop()
  const { uploads } = tools.config
  const intake: PictureIntake = {
    glance: (upload, target) => glancePicture({ ...tools, workshop }, upload, target),
    receive: (by, upload) => receivePicture({ ...tools, workshop }, by, upload),
    describe: (by, id, description) => describePicture(tools, by, id, description),
  }
  pictureFiles(uploads).openIncoming()

  return {
    publicRoutes: mediaPublicRoutes({ ...tools, workshop }),
    staffRoutes: mediaStaffRoutes({ ...tools, workshop }),
    intake,
    /** For rooms that show somebody a picture before everybody may see it: nothing on the way keeps the file. */
    sendPrivately: (res: Response, picture: Picture | null, name: string) =>
      sendVariant(res, { uploads, files: picture, name, cacheControl: 'no-store' }),
    /** For the start and once a minute: leftovers of uploads go, and pictures from before are looked at. */
    async catchUp(): Promise<void> {
      await sweepIncoming({ uploads, database: tools.database })
      await fillLikenesses({ ...tools, uploads, workshop }, looksAMinute)
    },
    inHand: workshop.inHand,
    /** Ends after the picture in hand. */
    close: (): Promise<void> => workshop.close(),
  }
}
