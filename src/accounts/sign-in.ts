import { type Act, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { isRightPassword } from './password.ts'
import { pendingSignInWriter } from './pending-sign-in-store.ts'
import { sessionWriter } from './session-store.ts'
import { deviceReader, deviceWriter, failureReader, failureWriter } from './sign-in-store.ts'
import { type FailureKey, failureKeys } from './sign-in-throttle.ts'
import { emailKey, type Staff } from './staff.ts'
import { staffReader } from './staff-store.ts'
import { newToken, tokenHash } from './token.ts'

export type SignInTools = { database: Database; world: World }
export type Origin = { address: string; browser: string }
export type SignInWish = Origin & { email: string; password: string; deviceToken: string | null }

export type SignedIn = { kind: 'signed-in'; sessionToken: string; deviceToken: string }

/** Somebody is in, or in as soon as she gives the code of her phone. */
export type Entry = SignedIn | { kind: 'code-owed'; pendingToken: string }

export type Turned =
  | { kind: 'refused' }
  /** `seconds` until the next try counts. */
  | { kind: 'wait'; seconds: number }

/** Answers the same, and takes the same time, for a wrong password, an unknown account and a closed one. */
export async function signIn(tools: SignInTools, wish: SignInWish): Promise<Entry | Turned> {
  const { database, world } = tools
  const now = world.clock.now()
  const found = await staffReader(database.read).findByEmail(wish.email)
  const isKnownDevice = await deviceReader(database.read).isKnown(found?.staff.id, wish.deviceToken)
  const keys = failureKeys(emailKey(wish.email), wish.address, isKnownDevice)

  const wait = await failureReader(database.read).longestWait(keys, now)
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }

  const isRight = await isRightPassword(found?.passwordHash ?? null, wish.password)
  if (!isRight || !found || found.staff.closedAt) {
    const somebody = { id: null, title: emailKey(wish.email).slice(0, 100) }
    await recordFailure(tools, keys, { act: 'failed-to-sign-in', ...somebody, address: wish.address })
    return { kind: 'refused' }
  }
  return enter(tools, found.staff, wish, keys)
}

type Failure = { act: Act; id: number | null; title: string; address: string }

export async function recordFailure({ database, world }: SignInTools, keys: FailureKey[], failure: Failure) {
  const { act, id, title, address } = failure
  const now = world.clock.now()
  await inTransaction(database, async (transaction) => {
    await failureWriter(transaction, now).add(keys)
    await auditWriter(transaction, now).record(null, act, { kind: 'staff', id, title }, address)
  })
}

/** After the password or a one-time link: whoever has a second factor still owes its code. */
export async function enter(tools: SignInTools, staff: Staff, from: Origin, keys: FailureKey[]): Promise<Entry> {
  return staff.hasSecondFactor ? oweCode(tools, staff) : beginSession(tools, staff, from, keys)
}

async function oweCode({ database, world }: SignInTools, staff: Staff): Promise<Entry> {
  const now = world.clock.now()
  const pendingToken = newToken(world.random)
  await inTransaction(database, (transaction) =>
    pendingSignInWriter(transaction, now).begin(staff.id, tokenHash(pendingToken)),
  )
  return { kind: 'code-owed', pendingToken }
}

/** A sign-in always gets a session of its own: a token planted before is worth nothing. */
export async function beginSession(
  { database, world }: SignInTools,
  staff: Staff,
  from: Origin,
  keys: FailureKey[],
): Promise<SignedIn> {
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
  return { kind: 'signed-in', sessionToken, deviceToken }
}
