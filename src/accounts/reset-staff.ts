import { auditWriter } from '../audit/index.ts'
import { inTransaction } from '../database/index.ts'
import { takeSecondFactor } from './change-second-factor.ts'
import type { StaffTools } from './manage-staff.ts'
import { oneTimeLinkWriter } from './one-time-link-store.ts'
import { failureWriter } from './sign-in-store.ts'
import { emailKey, type Staff } from './staff.ts'
import { newToken, tokenHash } from './token.ts'

/**
 * For whoever is locked out with nobody left to help: no second factor, no session, nothing counted against her any
 * more. Gives the token of a one-time link with which she sets a new password.
 */
export async function resetStaff({ database, world }: StaffTools, staff: Staff): Promise<string> {
  const now = world.clock.now()
  const token = newToken(world.random)
  await inTransaction(database, async (transaction) => {
    await oneTimeLinkWriter(transaction, now).issue(staff.id, tokenHash(token))
    await takeSecondFactor(transaction, staff.id, now)
    await failureWriter(transaction, now).forgiveAccount(emailKey(staff.email))
    const subject = { kind: 'staff', id: staff.id, title: staff.name } as const
    await auditWriter(transaction, now).record(null, 'reset-second-factor', subject)
    await auditWriter(transaction, now).record(null, 'invited', subject)
  })
  return token
}
