import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { inTransaction } from '../database/index.ts'
import { rulesReader } from '../rules/index.ts'
import type { NewsroomEntry } from '../site/layout.ts'
import type { Permission } from '../site/permissions.ts'
import { rememberVisit, type Visit } from '../site/staff-router.ts'
import type { Cookies } from './cookies.ts'
import type { AccountTools } from './index.ts'
import { accountPath, newsroomPath, secondFactorPath, signInPath, signOutPath } from './paths.ts'
import { mayDo } from './roles.ts'
import { later, seenStepMs } from './session.ts'
import { sessionReader, sessionWriter } from './session-store.ts'
import type { Staff } from './staff.ts'
import { staffScopeReader } from './staff-scope-store.ts'
import { formTokenOf, isSameText, tokenHash } from './token.ts'
import { accountWords } from './words.ts'

/** A place in the newsroom's menu, for those who hold the permission; when it says so, only while it is wanted. */
export type MenuEntry = Omit<NewsroomEntry, 'isCurrent'> & {
  permission: Permission
  isWanted?: () => Promise<boolean>
}

type Present = { staff: Staff; categoryIds: number[] | null }

/** The one line that every staff page stands behind. */
export function requireSignIn({ database, config, world, menu }: AccountTools, cookies: Cookies): RequestHandler {
  const words = accountWords[config.language]

  return async (req: Request, res: Response, next: NextFunction) => {
    const token = cookies.session(req)
    const found = token ? await sessionReader(database.read).findStaff(tokenHash(token), world.clock.now()) : null
    if (!token || !found) return res.redirect(303, signInAddress(req))
    await noteSeen(tokenHash(token), found.seenAt)
    const categoryIds = await staffScopeReader(database.read).find(found.staff.id)
    rememberVisit(res, await visit(req, { staff: found.staff, categoryIds }, token))
    if (!isOpenWithout(req.path) && (await owesSecondFactor(found.staff))) return res.redirect(303, secondFactorPath)
    next()
  }

  async function owesSecondFactor(staff: Staff): Promise<boolean> {
    return !staff.hasSecondFactor && (await rulesReader(database.read).get()).secondFactor
  }

  async function noteSeen(hash: string, seenAt: string) {
    const now = world.clock.now()
    if (later(seenAt, seenStepMs) > now) return
    await inTransaction(database, (transaction) => sessionWriter(transaction, now).see(hash))
  }

  async function visit(req: Request, { staff, categoryIds }: Present, token: string): Promise<Visit> {
    const formToken = formTokenOf(token)
    const may = (permission: Permission) => mayDo(staff.role, permission)
    return {
      staff: { id: staff.id, name: staff.name, email: staff.email, categoryIds, may },
      sessionHash: tokenHash(token),
      isFormToken: (text) => isSameText(text, formToken),
      desk: {
        name: staff.name,
        role: words.roleNames[staff.role],
        accountPath,
        signOutPath,
        formToken,
        entries: await wantedEntries(
          menu.filter(({ permission }) => may(permission)),
          req.path,
        ),
      },
    }
  }
}

/** What stays open to somebody who has yet to set up her second factor: doing so, and leaving. */
const isOpenWithout = (path: string) => isInside(path, secondFactorPath) || path === signOutPath

async function wantedEntries(entries: MenuEntry[], path: string): Promise<NewsroomEntry[]> {
  const answers = await Promise.all(entries.map(({ isWanted }) => isWanted?.() ?? true))
  return entries
    .filter((_, place) => answers[place])
    .map((entry) => ({ ...entry, isCurrent: isPlace(path, entry.path) }))
}

/** Every page lies below the newsroom's first one, which is current on its own page alone. */
const isPlace = (path: string, place: string) => (place === newsroomPath ? path === place : isInside(path, place))

const isInside = (path: string, place: string) => path === place || path.startsWith(`${place}/`)

function signInAddress(req: Request): string {
  const isPage = req.method === 'GET' && req.path !== '/quan-tri'
  return isPage ? `${signInPath}?${new URLSearchParams({ tiep: req.path })}` : signInPath
}
