import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import type { PictureSearch } from './picture-search.ts'
import { createWorkshop } from './picture-workshop.ts'
import { mediaPublicRoutes } from './public-routes.ts'
import { mediaStaffRoutes } from './staff-routes.ts'
import { sweepIncoming } from './sweep-incoming.ts'

export { type DescribeTools, describePicture } from './describe-picture.ts'
export type { PictureUse } from './library.ts'
export { chooserPath, libraryPath, picturePath } from './paths.ts'
export { type Description, type Picture, type PictureProblem, pictureProblems } from './picture.ts'
export type { PictureChoice, PictureChoices } from './picture-choice.ts'
export { descriptionIssues } from './picture-form.ts'
export type { PictureSearch } from './picture-search.ts'
export { pictureReader, pictureWriter } from './picture-store.ts'
export { type PictureView, type PictureWish, pictureView } from './picture-view.ts'
export { createWorkshop, type PictureWorkshop } from './picture-workshop.ts'
export { type ReceiveTools, receivePicture, type Upload } from './receive-picture.ts'
export { type UploadForm, uploadForm } from './upload-form.ts'
export { type MediaWords, mediaWords } from './words.ts'

export type MediaTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  search: PictureSearch
  /** Makes the pages of articles that show the picture again, once its words have changed. */
  rerender: (pictureId: number) => Promise<void>
}

/** Pictures: received, checked, resized, described, served. The database must have its tables. */
export function createMedia(tools: MediaTools) {
  const workshop = createWorkshop()
  const swept = sweepIncoming({ uploads: tools.config.uploads, database: tools.database }).catch((error: unknown) =>
    tools.world.log.error({ err: error }, 'leftovers of uploads could not be removed'),
  )

  return {
    publicRoutes: mediaPublicRoutes(tools),
    staffRoutes: mediaStaffRoutes({ ...tools, workshop }),
    /** Ends after the picture in hand. */
    async close(): Promise<void> {
      await swept
      await workshop.close()
    },
  }
}
