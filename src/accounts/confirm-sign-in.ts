import { auditWriter } from '../audit/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { normalBackupCode } from './backup-code.ts'
import { pendingSignInReader, pendingSignInWriter } from './pending-sign-in-store.ts'
import { stepOfCode } from './second-factor.ts'
import { secondFactorReader, secondFactorWriter } from './second-factor-store.ts'
import { beginSession, type Origin, recordFailure, type SignedIn, type SignInTools, type Turned } from './sign-in.ts'
import { deviceReader, failureReader } from './sign-in-store.ts'
import { codeFailureKeys } from './sign-in-throttle.ts'
import { tokenHash } from './token.ts'

/** `code` is one of her phone or one of her backup codes, as typed. */
export type ConfirmWish = Origin & { pendingToken: string; code: string; deviceToken: string | null }

/** `ended`: five minutes have passed, or it was confirmed or revoked meanwhile. */
export type Confirmed = SignedIn | Turned | { kind: 'ended' }

/** The second step. Codes for one account are tried one after another, so that many at once cannot outrun the throttle. */
export async function confirmSignIn(tools: SignInTools, wish: ConfirmWish): Promise<Confirmed> {
  const { database, world } = tools
  const now = world.clock.now()
  const pending = tokenHash(wish.pendingToken)
  return inTransaction(database, async (transaction) => {
    await pendingSignInWriter(transaction, now).holdOwner(pending)
    const staff = await pendingSignInReader(transaction).findStaff(pending, now)
    if (!staff) return { kind: 'ended' }

    const isKnownDevice = await deviceReader(transaction).isKnown(staff.id, wish.deviceToken)
    const keys = codeFailureKeys(staff.email, wish.address, isKnownDevice)
    const wait = await failureReader(transaction).longestWait(keys, now)
    if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }

    const used = await useCode(transaction, staff.id, wish.code, now)
    if (used === null) {
      const failure = { act: 'failed-second-step', id: staff.id, title: staff.name, address: wish.address } as const
      await recordFailure(tools, keys, failure)
      return { kind: 'refused' }
    }
    await pendingSignInWriter(transaction, now).end(pending)
    const session = await beginSession(tools, staff, wish, keys)
    const subject = { kind: 'staff', id: staff.id, title: staff.name } as const
    if (used === 'backup-code') await auditWriter(transaction, now).record(staff, 'used-backup-code', subject)
    return session
  })
}

/** Null for a wrong code and for one that was used. */
async function useCode(
  transaction: Writer,
  staffId: number,
  typed: string,
  now: string,
): Promise<'code' | 'backup-code' | null> {
  const factor = await secondFactorReader(transaction).find(staffId)
  if (!factor) return null
  const writer = secondFactorWriter(transaction, now)
  const step = stepOfCode(factor.secret, typed, now)
  if (step !== null) return (await writer.useStep(staffId, factor.secret, step)) ? 'code' : null
  return (await writer.useBackupCode(staffId, tokenHash(normalBackupCode(typed)))) ? 'backup-code' : null
}
