import { inTransaction } from '../database/index.ts'
import { isRightPassword } from './password.ts'
import type { SignInTools, Turned } from './sign-in.ts'
import { failureReader, failureWriter } from './sign-in-store.ts'
import { failureKeys } from './sign-in-throttle.ts'
import { emailKey } from './staff.ts'
import { staffReader } from './staff-store.ts'

export type PasswordCheck = { kind: 'right' } | Turned

type Wish = { staff: { id: number; email: string }; password: string; address: string }

/** Before a change that outlasts the session: whoever finds it open must not guess the password there either. */
export async function checkOwnPassword(
  { database, world }: SignInTools,
  { staff, password, address }: Wish,
): Promise<PasswordCheck> {
  const now = world.clock.now()
  const keys = failureKeys(emailKey(staff.email), address, true)
  const wait = await failureReader(database.read).longestWait(keys, now)
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }

  const passwordHash = await staffReader(database.read).getPasswordHash(staff.id)
  if (await isRightPassword(passwordHash, password)) return { kind: 'right' }
  await inTransaction(database, (transaction) => failureWriter(transaction, now).add(keys))
  return { kind: 'refused' }
}
