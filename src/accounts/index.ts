import type { RequestHandler, Router } from 'express'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { StaffRouter } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import { staffCookies } from './cookies.ts'
import { gateRoutes } from './gate-routes.ts'
import { type MenuEntry, requireSignIn } from './guard.ts'
import { accountStaffRoutes } from './staff-routes.ts'

export { inviteFirstAdministrator } from './first-administrator.ts'
export type { MenuEntry } from './guard.ts'
export { listStaffMembers } from './list-staff.ts'
export { inviteStaff, renewInvitation, type StaffTools, setPassword } from './manage-staff.ts'
export { passwordFlaw } from './password.ts'
export { oneTimeLink, staffListPath } from './paths.ts'
export { resetStaff } from './reset-staff.ts'
export { isRole, mayDo, type Role, roles } from './roles.ts'
export { isEmail } from './staff.ts'
export { staffReader } from './staff-store.ts'
export { accountWords } from './words.ts'

export type AccountTools = {
  config: Pick<Config, 'siteUrl' | 'staffUrl' | 'language' | 'timeZone'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  menu: MenuEntry[]
}

/** Staff: signing in, sessions, roles, and who may do what. */
export function createAccounts(tools: AccountTools): {
  gateRoutes: Router
  requireSignIn: RequestHandler
  staffRoutes: StaffRouter
} {
  const cookies = staffCookies(tools.config.siteUrl, tools.world.random)
  return {
    gateRoutes: gateRoutes(tools, cookies),
    requireSignIn: requireSignIn(tools, cookies),
    staffRoutes: accountStaffRoutes(tools, cookies),
  }
}
