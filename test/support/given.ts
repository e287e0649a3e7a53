import { inviteFirstAdministrator, inviteStaff, oneTimeLink, type Role } from '../../src/accounts/index.ts'
import type { Schema } from '../../src/database/index.ts'
import type { Person } from './people.ts'
import { declaredTables } from './row-types.ts'
import type { TestPortal } from './test-portal.ts'

/** Named situations: `import * as given from '../support/given.ts'`. */

/** Somebody who got a one-time link and has not opened it. `link` is its path. */
export async function invitation(portal: TestPortal, wish: { name?: string; email?: string; role?: Role } = {}) {
  const { name = 'Siu H’Lan', email = 'hlan@dakpo.gialai.gov.vn', role = 'reporter' } = wish
  const { id, token } = await inviteStaff(portal, null, { name, email, role })
  return { id, name, email, link: oneTimeLink(token), token }
}

/** The link that a fresh installation prints for whoever started it. */
export async function firstInvitation(portal: TestPortal): Promise<string> {
  const link = await inviteFirstAdministrator(portal, 'Quản trị')
  if (!link) throw new Error('somebody can sign in already')
  return link
}

/** Another one like this person, with an account of her own. */
export const colleagueOf = (person: Person, number = 2): Person => ({
  ...person,
  name: `${person.name} ${number}`,
  email: person.email.replace('@', `${number}@`),
})

/** Everything that the database holds, to show that nothing changed. */
export async function everythingStored({ database }: Pick<TestPortal, 'database'>): Promise<Record<string, string[]>> {
  const tables = Object.keys(declaredTables()) as (keyof Schema)[]
  const rows = await Promise.all(tables.map((table) => database.write.selectFrom(table).selectAll().execute()))
  return Object.fromEntries(
    tables.map((table, place) => [table, (rows[place] ?? []).map((row) => JSON.stringify(row)).sort()]),
  )
}
