import { inviteStaff, renewInvitation, type StaffTools } from './manage-staff.ts'
import { oneTimeLink } from './paths.ts'
import { unnamedEmail } from './staff.ts'
import { staffReader } from './staff-store.ts'

/**
 * The path of a one-time link for the first administrator, or null when somebody can sign in already. There is no
 * standard password to forget: whoever starts the portal gets the only key.
 */
export async function inviteFirstAdministrator({ database, world }: StaffTools, name: string): Promise<string | null> {
  const reader = staffReader(database.read)
  if ((await reader.countWithPassword()) > 0) return null
  const waiting = await reader.findByEmail(unnamedEmail)
  if (waiting) return oneTimeLink(await renewInvitation({ database, world }, null, waiting.staff))
  const { token } = await inviteStaff({ database, world }, null, { email: unnamedEmail, name, role: 'administrator' })
  return oneTimeLink(token)
}
