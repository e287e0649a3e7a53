import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction, type Writer } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { oneTimeLinkWriter } from './one-time-link-store.ts'
import { hashPassword } from './password.ts'
import { pendingSignInWriter } from './pending-sign-in-store.ts'
import type { Role } from './roles.ts'
import { sessionWriter } from './session-store.ts'
import { deviceWriter } from './sign-in-store.ts'
import type { Staff } from './staff.ts'
import { staffReader, staffWriter } from './staff-store.ts'
import { newToken, tokenHash } from './token.ts'

export type StaffTools = { database: Database; world: World }
export type StaffDetails = { email: string; name: string; role: Role }

const subjectOf = ({ id, name }: { id: number; name: string }) => ({ kind: 'staff', id, title: name }) as const

/** Adds an account and gives the token of the one-time link with which its owner sets a password. */
export async function inviteStaff(
  { database, world }: StaffTools,
  by: Actor,
  details: StaffDetails,
): Promise<{ id: number; token: string }> {
  const now = world.clock.now()
  const token = newToken(world.random)
  const id = await inTransaction(database, async (transaction) => {
    const staffId = await staffWriter(transaction, now).add(details)
    await oneTimeLinkWriter(transaction, now).issue(staffId, tokenHash(token))
    await auditWriter(transaction, now).record(
      by,
      'invited',
      subjectOf({ id: staffId, name: details.name }),
      details.role,
    )
    return staffId
  })
  return { id, token }
}

/** A new one-time link for somebody who lost the first one or her password. */
export async function renewInvitation({ database, world }: StaffTools, by: Actor, staff: Staff): Promise<string> {
  const now = world.clock.now()
  const token = newToken(world.random)
  await inTransaction(database, async (transaction) => {
    await oneTimeLinkWriter(transaction, now).issue(staff.id, tokenHash(token))
    await auditWriter(transaction, now).record(by, 'invited', subjectOf(staff))
  })
  return token
}

/** Ends her other sessions, devices and links: whoever knew the old password is out. */
export async function setPassword(
  tools: StaffTools,
  by: Actor,
  staff: Staff,
  password: string,
  keepSession: string | null,
) {
  await setPasswordHash(tools, by, staff, await hashPassword(password), keepSession)
}

/** The hash says itself what it costs to check. */
export async function setPasswordHash(
  { database, world }: StaffTools,
  by: Actor,
  staff: Staff,
  passwordHash: string,
  keepSession: string | null,
) {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await staffWriter(transaction, now).setPassword(staff.id, passwordHash)
    await endAccess(transaction, staff.id, keepSession, now)
    await auditWriter(transaction, now).record(by, 'set-password', subjectOf(staff))
  })
}

/** The owner of a one-time link names herself, where nobody did, and sets her password. A link lets one browser in. */
export async function acceptInvitation(
  { database, world }: StaffTools,
  token: string,
  staff: Staff,
  password: string,
): Promise<'accepted' | 'link-ended'> {
  const now = world.clock.now()
  const passwordHash = await hashPassword(password)
  return inTransaction(database, async (transaction) => {
    if (!(await oneTimeLinkWriter(transaction, now).use(tokenHash(token)))) return 'link-ended'
    await staffWriter(transaction, now).change(staff.id, staff)
    await staffWriter(transaction, now).setPassword(staff.id, passwordHash)
    await endAccess(transaction, staff.id, null, now)
    await auditWriter(transaction, now).record(staff, 'set-password', subjectOf(staff))
    return 'accepted'
  })
}

export async function changeStaff(
  { database, world }: StaffTools,
  by: Actor,
  staff: Staff,
  details: StaffDetails,
): Promise<'changed' | 'last-administrator'> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    if (details.role !== 'administrator' && (await isLastAdministrator(transaction, staff, now)))
      return 'last-administrator'
    await staffWriter(transaction, now).change(staff.id, details)
    const note = details.role === staff.role ? '' : `${staff.role} → ${details.role}`
    await auditWriter(transaction, now).record(by, 'changed', subjectOf({ id: staff.id, name: details.name }), note)
    return 'changed'
  })
}

export async function closeStaff(
  { database, world }: StaffTools,
  by: Actor,
  staff: Staff,
): Promise<'closed' | 'last-administrator'> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    if (await isLastAdministrator(transaction, staff, now)) return 'last-administrator'
    await staffWriter(transaction, now).close(staff.id)
    await endAccess(transaction, staff.id, null, now)
    await auditWriter(transaction, now).record(by, 'closed', subjectOf(staff))
    return 'closed'
  })
}

export async function reopenStaff({ database, world }: StaffTools, by: Actor, staff: Staff): Promise<void> {
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await staffWriter(transaction, now).reopen(staff.id)
    await auditWriter(transaction, now).record(by, 'reopened', subjectOf(staff))
  })
}

async function isLastAdministrator(transaction: Writer, staff: Staff, now: string): Promise<boolean> {
  if (staff.role !== 'administrator') return false
  await staffWriter(transaction, now).holdAdministrators()
  return (await staffReader(transaction).countOtherAdministrators(staff.id)) === 0
}

async function endAccess(transaction: Writer, staffId: number, keepSession: string | null, now: string) {
  await sessionWriter(transaction, now).endAllOf(staffId, keepSession)
  await pendingSignInWriter(transaction, now).endAllOf(staffId)
  await deviceWriter(transaction, now).forgetAllOf(staffId)
  await oneTimeLinkWriter(transaction, now).endAllOf(staffId)
}
