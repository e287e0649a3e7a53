import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { auditStaffRoutes } from './staff-routes.ts'

export type { Act, Actor, Outsider, Subject } from './audit-line.ts'
export { type AuditWriter, auditWriter } from './audit-store.ts'
export type { ChainFlaw } from './chain.ts'
export { auditOf, auditPath } from './paths.ts'
export { type ChainReport, verifyChain } from './verify-chain.ts'
export { auditWords } from './words.ts'

export type AuditTools = {
  config: Pick<Config, 'language' | 'timeZone'>
  world: Pick<World, 'clock'>
  database: Database
  showNewsroom: ShowNewsroom
  /** How staff call the roles that lines mention. */
  roleNames: Record<string, string>
}

/** Who did what, for those who may ask. Writers of other rooms use `auditWriter` inside their own transactions. */
export function createAudit(tools: AuditTools) {
  return { staffRoutes: auditStaffRoutes(tools) }
}
