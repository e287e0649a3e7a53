import { auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { isRightPassword } from './password.ts'
import { sessionWriter } from './session-store.ts'
import { deviceReader, deviceWriter, failureReader, failureWriter } from './sign-in-store.ts'
import { type FailureKey, failureKeys, waitMs } from './sign-in-throttle.ts'
import { emailKey, type Staff } from './staff.ts'
import { staffReader } from './staff-store.ts'
import { newToken, tokenHash } from './token.ts'

export type SignInTools = { database: Database; world: World }
export type Origin = { address: string; browser: string }
export type SignInWish = Origin & { email: string; password: string; deviceToken: string | null }

export type SignInOutcome =
  | { kind: 'signed-in'; sessionToken: string; deviceToken: string; staff: Staff }
  | { kind: 'refused' }
  /** `seconds` until the next try counts. */
  | { kind: 'wait'; seconds: number }

/** Answers the same, and takes the same time, for a wrong password, an unknown account and a closed one. */
export async function signIn(tools: SignInTools, wish: SignInWish): Promise<SignInOutcome> {
  const { database, world } = tools
  const now = world.clock.now()
  const found = await staffReader(database.read).findByEmail(wish.email)
  const keys = failureKeys(
    emailKey(wish.email),
    wish.address,
    await isKnownDevice(database, found?.staff.id, wish.deviceToken),
  )

  const wait = await longestWait(database, keys, now)
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }

  const isRight = await isRightPassword(found?.passwordHash ?? null, wish.password)
  if (!isRight || !found || found.staff.closedAt) {
    await recordFailure(database, keys, wish, now)
    return { kind: 'refused' }
  }
  return { kind: 'signed-in', staff: found.staff, ...(await beginSession(tools, found.staff, wish, keys)) }
}

async function isKnownDevice(
  database: Database,
  staffId: number | undefined,
  deviceToken: string | null,
): Promise<boolean> {
  if (staffId === undefined || deviceToken === null) return false
  return deviceReader(database.read).isKnown(staffId, tokenHash(deviceToken))
}

async function longestWait(database: Database, keys: FailureKey[], now: string): Promise<number> {
  const failures = await failureReader(database.read).list(keys, now)
  return Math.max(
    0,
    ...keys.map(({ key, patience }) => waitMs(failures.get(key) ?? { count: 0, lastAt: now }, patience, now)),
  )
}

async function recordFailure(database: Database, keys: FailureKey[], wish: SignInWish, now: string) {
  await inTransaction(database, async (transaction) => {
    await failureWriter(transaction, now).add(keys)
    const subject = { kind: 'staff', id: null, title: emailKey(wish.email).slice(0, 100) } as const
    await auditWriter(transaction, now).record(null, 'failed-to-sign-in', subject, wish.address)
  })
}

/** A sign-in always gets a session of its own: a token planted before is worth nothing. */
export async function beginSession({ database, world }: SignInTools, staff: Staff, from: Origin, keys: FailureKey[]) {
  const now = world.clock.now()
  const sessionToken = newToken(world.random)
  const deviceToken = newToken(world.random)
  await inTransaction(database, async (transaction) => {
    await sessionWriter(transaction, now).begin(staff.id, tokenHash(sessionToken), from)
    await deviceWriter(transaction, now).remember(staff.id, tokenHash(deviceToken))
    for (const { key } of keys.slice(0, 1)) await failureWriter(transaction, now).forgive(key)
    await auditWriter(transaction, now).record(
      staff,
      'signed-in',
      { kind: 'staff', id: staff.id, title: staff.name },
      from.address,
    )
  })
  return { sessionToken, deviceToken }
}
