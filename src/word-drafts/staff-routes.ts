import { createStaffRouter, type StaffRouter } from '../site/staff-router.ts'
import type { WordDraftTools } from './index.ts'
import { discardPath, waitingPath, waitingPicturePath, wordFilesPath } from './paths.ts'
import { reviewHandlers } from './review-routes.ts'
import { uploadHandlers } from './upload-routes.ts'

export function wordDraftStaffRoutes(tools: WordDraftTools): StaffRouter {
  const upload = uploadHandlers(tools)
  const review = reviewHandlers(tools)
  const routes = createStaffRouter()

  routes.get(wordFilesPath, 'write-articles', upload.show)
  routes.post(wordFilesPath, 'write-articles', upload.take)
  routes.get(waitingPath(':key'), 'write-articles', review.show)
  routes.post(waitingPath(':key'), 'write-articles', review.open)
  routes.get(waitingPicturePath(':key', ':number'), 'write-articles', review.sendPicture)
  routes.post(discardPath(':key'), 'write-articles', review.discard)
  return routes
}
