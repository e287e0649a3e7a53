import { transitions } from '../articles/index.ts'
import { createStaffRouter, type StaffRouter } from '../site/staff-router.ts'
import { autosaveHandlers } from './autosave-routes.ts'
import { checkHandlers } from './check-routes.ts'
import { conflictHandlers } from './conflict-routes.ts'
import { doctorHandlers } from './doctor-routes.ts'
import { editorHandlers } from './editor-routes.ts'
import { gateHandlers } from './gate-routes.ts'
import type { NewsdeskTools } from './index.ts'
import { linkHandlers } from './link-routes.ts'
import { listHandlers } from './list-routes.ts'
import * as paths from './paths.ts'
import { previewHandlers } from './preview-routes.ts'

export function newsdeskStaffRoutes(tools: NewsdeskTools): StaffRouter {
  const list = listHandlers(tools)
  const editor = editorHandlers(tools)
  const gates = gateHandlers(tools)
  const preview = previewHandlers(tools)
  const doctor = doctorHandlers(tools)
  const checks = checkHandlers(tools)
  const links = linkHandlers(tools)
  const conflicts = conflictHandlers(tools)
  const autosave = autosaveHandlers(tools)
  const routes = createStaffRouter()

  routes.get(paths.articlesPath, 'write-articles', list.showList)
  routes.get(paths.newArticlePath, 'write-articles', editor.showNew)
  routes.post(paths.articlesPath, transitions.save.permission, editor.save)
  routes.post(paths.submitPath(null), transitions.submit.permission, editor.submit)
  routes.post(paths.publishPath(null), transitions.publish.permission, editor.publish)
  routes.post(paths.publishUnreviewedPath(null), transitions['publish-unreviewed'].permission, editor.publishUnreviewed)
  routes.post(paths.previewTypedPath, 'write-articles', preview.showTyped)
  routes.post(paths.previewBodyPath, 'write-articles', preview.sendBody)
  routes.post(paths.examineTextPath, 'write-articles', doctor.sendFindings)
  routes.post(paths.checkTypedPath, 'write-articles', checks.showChecks)
  routes.get(paths.linkTargetsPath, 'write-articles', links.sendTargets)
  routes.get(paths.autosavePath(null), 'write-articles', autosave.sendSession)
  routes.post(paths.autosavePath(null), 'write-articles', autosave.keep)
  routes.post(paths.dropAutosavePath(null), 'write-articles', autosave.drop)
  routes.get(paths.articlePath(':id'), 'write-articles', editor.showArticle)
  routes.post(paths.articlePath(':id'), transitions.save.permission, editor.save)
  routes.post(paths.submitPath(':id'), transitions.submit.permission, editor.submit)
  routes.post(paths.reviewPath(':id'), transitions.review.permission, editor.review)
  routes.post(paths.publishPath(':id'), transitions.publish.permission, editor.publish)
  routes.post(
    paths.publishUnreviewedPath(':id'),
    transitions['publish-unreviewed'].permission,
    editor.publishUnreviewed,
  )
  routes.post(paths.autosavePath(':id'), 'write-articles', autosave.keep)
  routes.post(paths.dropAutosavePath(':id'), 'write-articles', autosave.drop)
  routes.post(paths.mergePath(':id'), 'write-articles', conflicts.merge)
  routes.post(paths.sendBackPath(':id'), transitions['send-back'].permission, gates.sendBack)
  routes.post(paths.takeBackPath(':id'), transitions['take-back'].permission, gates.takeBack)
  routes.post(paths.countersignPath(':id'), transitions.countersign.permission, gates.countersign)
  routes.post(paths.withdrawPath(':id'), transitions.withdraw.permission, gates.withdraw)
  routes.post(paths.trashPath(':id'), transitions.trash.permission, gates.trash)
  routes.post(paths.restorePath(':id'), transitions.restore.permission, gates.restore)
  return routes
}
