import assert from 'node:assert/strict'
import { listStaffMembers } from '../../src/accounts/index.ts'
import type { StaffMember } from '../../src/site/staff-router.ts'
import type { Person } from '../support/people.ts'
import type { TestPortal } from '../support/test-portal.ts'

/** As every room gets to know her. */
export async function staffMember(portal: TestPortal, person: Person): Promise<StaffMember> {
  const id = await portal.idOf(person)
  const members = await listStaffMembers(portal.database.read)
  return members.find((member) => member.id === id) ?? assert.fail(`${person.name} does not work here`)
}
