import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { inTransaction } from '../database/index.ts'
import type { NewsroomEntry } from '../site/layout.ts'
import type { Permission } from '../site/permissions.ts'
import { rememberVisit, type Visit } from '../site/staff-router.ts'
import type { Cookies } from './cookies.ts'
import type { AccountTools } from './index.ts'
import { accountPath, signInPath, signOutPath } from './paths.ts'
import { mayDo } from './roles.ts'
import { later, seenStepMs } from './session.ts'
import { sessionReader, sessionWriter } from './session-store.ts'
import type { Staff } from './staff.ts'
import { formTokenOf, isSameText, tokenHash } from './token.ts'
import { accountWords } from './words.ts'

/** A place in the newsroom's menu, for those who hold the permission. */
export type MenuEntry = Omit<NewsroomEntry, 'isCurrent'> & { permission: Permission }

/** The one line that every staff page stands behind. */
export function requireSignIn({ database, config, world, menu }: AccountTools, cookies: Cookies): RequestHandler {
  const words = accountWords[config.language]

  return async (req: Request, res: Response, next: NextFunction) => {
    const token = cookies.session(req)
    const found = token ? await sessionReader(database.read).findStaff(tokenHash(token), world.clock.now()) : null
    if (!token || !found) return res.redirect(303, signInAddress(req))
    await noteSeen(tokenHash(token), found.seenAt)
    rememberVisit(res, visit(req, found.staff, token))
    next()
  }

  async function noteSeen(hash: string, seenAt: string) {
    const now = world.clock.now()
    if (later(seenAt, seenStepMs) > now) return
    await inTransaction(database, (transaction) => sessionWriter(transaction, now).see(hash))
  }

  function visit(req: Request, staff: Staff, token: string): Visit {
    const formToken = formTokenOf(token)
    const may = (permission: Permission) => mayDo(staff.role, permission)
    return {
      staff: { id: staff.id, name: staff.name, email: staff.email, categoryIds: null, may },
      sessionHash: tokenHash(token),
      isFormToken: (text) => isSameText(text, formToken),
      desk: {
        name: staff.name,
        role: words.roleNames[staff.role],
        accountPath,
        signOutPath,
        formToken,
        entries: menu
          .filter(({ permission }) => may(permission))
          .map((entry) => ({ ...entry, isCurrent: isInside(req.path, entry.path) })),
      },
    }
  }
}

const isInside = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

function signInAddress(req: Request): string {
  const isPage = req.method === 'GET' && req.path !== '/quan-tri'
  return isPage ? `${signInPath}?${new URLSearchParams({ tiep: req.path })}` : signInPath
}
