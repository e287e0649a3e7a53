import type { Reader } from '../database/index.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { mayDo } from './roles.ts'
import { staffScopeReader } from './staff-scope-store.ts'
import { staffReader } from './staff-store.ts'

/** Everybody who works here, as the newsroom asks what they may; who left is not among them. */
export async function listStaffMembers(database: Reader): Promise<StaffMember[]> {
  const scopes = await staffScopeReader(database).findAll()
  const staff = (await staffReader(database).listAll()).filter(({ closedAt }) => closedAt === null)
  return staff.map(({ id, name, email, role }) => ({
    id,
    name,
    email,
    categoryIds: scopes.get(id) ?? null,
    may: (permission) => mayDo(role, permission),
  }))
}
