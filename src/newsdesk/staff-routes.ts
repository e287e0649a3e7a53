import { createStaffRouter, type StaffRouter } from '../site/staff-router.ts'
import { doctorHandlers } from './doctor-routes.ts'
import { editorHandlers } from './editor-routes.ts'
import type { NewsdeskTools } from './index.ts'
import { listHandlers } from './list-routes.ts'
import * as paths from './paths.ts'
import { previewHandlers } from './preview-routes.ts'
import { removalHandlers } from './removal-routes.ts'
import type { RenderTools } from './render-body.ts'

export type DeskRouteTools = NewsdeskTools & RenderTools

export function newsdeskStaffRoutes(tools: DeskRouteTools): StaffRouter {
  const list = listHandlers(tools)
  const editor = editorHandlers(tools)
  const preview = previewHandlers(tools)
  const removal = removalHandlers(tools)
  const doctor = doctorHandlers(tools)
  const routes = createStaffRouter()

  routes.get(paths.newsroomPath, 'write-articles', (_req, res) => res.redirect(303, paths.articlesPath))
  routes.get(paths.articlesPath, 'write-articles', list.showList)
  routes.get(paths.newArticlePath, 'write-articles', editor.showNew)
  routes.post(paths.articlesPath, 'write-articles', editor.save)
  routes.post(paths.publishNewPath, 'publish-articles', editor.publish)
  routes.post(paths.previewTypedPath, 'write-articles', preview.showTyped)
  routes.post(paths.previewBodyPath, 'write-articles', preview.sendBody)
  routes.post(paths.examineTextPath, 'write-articles', doctor.sendFindings)
  routes.get(paths.articlePath(':id'), 'write-articles', editor.showArticle)
  routes.post(paths.articlePath(':id'), 'write-articles', editor.save)
  routes.post(paths.publishPath(':id'), 'publish-articles', editor.publish)
  routes.post(paths.takeDownPath(':id'), 'publish-articles', removal.takeDown)
  routes.post(paths.trashPath(':id'), 'write-articles', removal.trash)
  routes.post(paths.restorePath(':id'), 'write-articles', removal.restore)
  return routes
}
