import type { Request, Response } from 'express'
import { idFrom, readLine } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import type { SubjectKind } from './audit-line.ts'
import { auditPage } from './audit-page.ts'
import { type AuditFilter, auditReader } from './audit-store.ts'
import type { AuditTools } from './index.ts'
import { auditPath } from './paths.ts'
import { auditWords } from './words.ts'

const perPage = 50

export function auditStaffRoutes({ database, config, showNewsroom, roleNames }: AuditTools): StaffRouter {
  const words = auditWords[config.language]
  const routes = createStaffRouter()
  routes.get(auditPath, 'read-audit', showLines)

  async function showLines(req: Request, res: Response, { desk }: Visit) {
    const filter = filterFrom(req)
    const reader = auditReader(database.read)
    const lines = await reader.listLines(filter, perPage + 1)
    const staffNames = await reader.listStaffNames()
    await showNewsroom(
      res,
      'audit/lines',
      auditPage({ lines, perPage, filter, staffNames, timeZone: config.timeZone, words, roleNames }),
      desk,
    )
  }

  function filterFrom({ query }: Request): AuditFilter {
    const kind = readLine(query, 'kind')
    return {
      kind: Object.hasOwn(words.kinds, kind) ? (kind as SubjectKind) : null,
      staffName: readLine(query, 'who'),
      before: idFrom(query['before']),
    }
  }

  return routes
}
