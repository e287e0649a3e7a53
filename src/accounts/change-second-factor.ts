import { type Act, type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { newBackupCodes } from './backup-code.ts'
import type { StaffTools } from './manage-staff.ts'
import { pendingSignInWriter } from './pending-sign-in-store.ts'
import { newSecret, stepOfCode } from './second-factor.ts'
import { secondFactorReader, secondFactorWriter } from './second-factor-store.ts'
import { sessionWriter } from './session-store.ts'
import { deviceWriter } from './sign-in-store.ts'
import { tokenHash } from './token.ts'

type Person = { id: number; name: string }

/** A new secret that waits for its first code; a confirmed one stays as it is. */
export async function prepareSecondFactor({ database, world }: StaffTools, staff: Person): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, (transaction) =>
    secondFactorWriter(transaction, now).prepare(staff.id, newSecret(world.random)),
  )
}

/** Gives the backup codes, this once; null when `typed` is no code of the secret that waits. */
export async function turnOnSecondFactor(
  { database, world }: StaffTools,
  staff: Person,
  typed: string,
): Promise<string[] | null> {
  const now = world.clock.now()
  const codes = newBackupCodes(world.random)
  return inTransaction(database, async (transaction) => {
    const factor = await secondFactorReader(transaction).find(staff.id)
    const step = factor && stepOfCode(factor.secret, typed, now)
    if (!factor || step === null) return null
    const writer = secondFactorWriter(transaction, now)
    if (!(await writer.confirm(staff.id, factor.secret, step))) return null
    await writer.replaceBackupCodes(staff.id, codes.map(tokenHash))
    await record(transaction, staff, 'turned-on-second-factor', staff, now)
    return codes
  })
}

/** Whoever began to sign in with it begins again. */
export async function turnOffSecondFactor({ database, world }: StaffTools, staff: Person): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await secondFactorWriter(transaction, now).remove(staff.id)
    await pendingSignInWriter(transaction, now).endAllOf(staff.id)
    await record(transaction, staff, 'turned-off-second-factor', staff, now)
  })
}

/** Gives new backup codes, this once; the earlier ones are worth nothing more. */
export async function makeBackupCodes({ database, world }: StaffTools, staff: Person): Promise<string[]> {
  const now = world.clock.now()
  const codes = newBackupCodes(world.random)
  await inTransaction(database, async (transaction) => {
    await secondFactorWriter(transaction, now).replaceBackupCodes(staff.id, codes.map(tokenHash))
    await record(transaction, staff, 'made-backup-codes', staff, now)
  })
  return codes
}

/** For somebody who lost her phone: whoever found it is out, and she signs in with her password alone. */
export async function resetSecondFactor({ database, world }: StaffTools, by: Actor, staff: Person): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await takeSecondFactor(transaction, staff.id, now)
    await record(transaction, by, 'reset-second-factor', staff, now)
  })
}

/** With the factor goes everything that it let in. */
export async function takeSecondFactor(transaction: Writer, staffId: number, now: string): Promise<void> {
  await secondFactorWriter(transaction, now).remove(staffId)
  await pendingSignInWriter(transaction, now).endAllOf(staffId)
  await sessionWriter(transaction, now).endAllOf(staffId, null)
  await deviceWriter(transaction, now).forgetAllOf(staffId)
}

async function record(transaction: Writer, by: Actor, act: Act, { id, name }: Person, now: string) {
  await auditWriter(transaction, now).record(by, act, { kind: 'staff', id, title: name })
}
