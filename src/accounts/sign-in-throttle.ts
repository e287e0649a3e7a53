import { isIPv6 } from 'node:net'

/** Failures that a key may collect before the next try must wait. */
const patience = { person: 5, address: 30, account: 100, codes: 10 }
const firstWaitMs = 5_000
const longestWaitMs = 15 * 60_000
/** After this time without a failure a key is forgiven. */
export const forgivenAfterMs = 60 * 60_000

export type FailureKey = { key: string; patience: number }
export type Failures = { count: number; lastAt: string }

/**
 * A stranger who guesses slows down himself: the pair of account and address, and his address. The account as a whole
 * has its own, larger patience, from which devices that she signed in on before are exempt, so that nobody can shut
 * the owner out by guessing from many places.
 */
export function failureKeys(email: string, address: string, isKnownDevice: boolean): FailureKey[] {
  const place = addressGroup(address)
  const keys = [
    { key: `person ${email} ${place}`, patience: patience.person },
    { key: `address ${place}`, patience: patience.address },
  ]
  return isKnownDevice ? keys.slice(0, 1) : [...keys, { key: `account ${email}`, patience: patience.account }]
}

/**
 * Six digits are few, and who is asked for them knew the password: from a strange device the account bears few wrong
 * codes, wherever they come from.
 */
export function codeFailureKeys(email: string, address: string, isKnownDevice: boolean): FailureKey[] {
  const keys = failureKeys(email, address, isKnownDevice)
  return isKnownDevice ? keys : [...keys, { key: `codes ${email}`, patience: patience.codes }]
}

/** Milliseconds to wait from `now`; each failure past the patience doubles the wait. */
export function waitMs({ count, lastAt }: Failures, most: number, now: string): number {
  if (count < most) return 0
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(count - most, 20))
  return Math.max(0, Date.parse(lastAt) + wait - Date.parse(now))
}

/** One household of IPv6 owns a whole network, so its /56 counts as one address. */
export function addressGroup(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length)
  if (!isIPv6(address)) return address
  const [head = ''] = address.split('::')
  const [a, b, c, d] = [...head.split(':'), '0', '0', '0', '0'].map((group) => group.padStart(4, '0'))
  return `${a}:${b}:${c}:${d?.slice(0, 2)}00::/56`
}
