import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id floor: 19 MiB, two passes. About 20 ms, off the event loop. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const fewestLetters = 10
/** More would only make the hash slower to compute. */
export const mostLetters = 200

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

/** Takes the same time whether or not the account exists, so that nobody can find out who works here. */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const letters = password.normalize('NFC')
  const hash = letters.length > mostLetters ? null : passwordHash
  const isRight = await verify(hash ?? nobodysHash, letters.slice(0, mostLetters))
  return isRight && hash !== null
}

/** Made with the cost above, for accounts that do not exist. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$y9MuH1LoLf3FQFQ620X9Vg$U/mAF2jR3E7xcG7cgm+a9eHwq40Ho6+ijTGq85V0EMA'

export type PasswordFlaw = 'short' | 'long' | 'easy' | 'personal'

export function passwordFlaw(password: string, personal: readonly string[]): PasswordFlaw | null {
  const letters = password.normalize('NFC')
  if (letters.length < fewestLetters) return 'short'
  if (letters.length > mostLetters) return 'long'
  if (new Set(letters).size < 5 || isWellKnown(letters)) return 'easy'
  return isPersonal(letters, personal) ? 'personal' : null
}

/** The heads of public lists of leaked passwords, where longer ones only repeat or extend them. */
const wellKnown = [
  'password',
  'matkhau',
  '12345',
  'qwerty',
  'asdfgh',
  'abc123',
  'admin',
  'quantri',
  'vietnam',
  'anhyeuem',
  'iloveyou',
]

/** Digits and signs before, after or alone make none of them a secret. */
function isWellKnown(password: string): boolean {
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const letters = password.toLowerCase().replace(/\P{L}/gu, '')
  return letters === '' || [plain, letters].some(isHeadOfList)
}

const isHeadOfList = (text: string) => wellKnown.some((word) => text.startsWith(word) && text.length - word.length < 5)

function isPersonal(password: string, personal: readonly string[]): boolean {
  const plain = password.toLowerCase()
  return personal.some(
    (word) => word.length >= 4 && plain.includes(word.toLowerCase()) && plain.length - word.length < 5,
  )
}
