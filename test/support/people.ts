import { hash } from '@node-rs/argon2'
import { inviteStaff, type Role, staffReader } from '../../src/accounts/index.ts'
import { closeStaff, setPasswordHash } from '../../src/accounts/manage-staff.ts'
import type { Database } from '../../src/database/index.ts'
import type { World } from '../../src/site/world.ts'

export type Person = { name: string; email: string; role: Role; password: string }

/** Writes. */
export const huong: Person = {
  name: 'Nguyễn Thị Hương',
  email: 'huong@dakpo.gialai.gov.vn',
  role: 'reporter',
  password: 'mía đường được mùa năm nay',
}

/** Reviews. */
export const binh: Person = {
  name: 'Trần Văn Bình',
  email: 'binh@dakpo.gialai.gov.vn',
  role: 'editor',
  password: 'đọc kỹ rồi mới ký tên',
}

/** Publishes. */
export const duc: Person = {
  name: 'Lê Minh Đức',
  email: 'duc@dakpo.gialai.gov.vn',
  role: 'publisher',
  password: 'tin ra lúc bảy giờ sáng',
}

/** Administers. */
export const an: Person = {
  name: 'Rơ Châm An',
  email: 'an@dakpo.gialai.gov.vn',
  role: 'administrator',
  password: 'chìa khóa để trong ngăn kéo',
}

/** Left last year: she was an administrator, and her account is closed. */
export const sau: Person = {
  name: 'Phạm Thị Sáu',
  email: 'sau@dakpo.gialai.gov.vn',
  role: 'administrator',
  password: 'về hưu trồng hoa cúc quỳ',
}

export const hasLeft = (person: Person): boolean => person.email === sau.email

type Place = { database: Database; world: World }

/** The effort stands in the hash, so that signing in checks her password as always, but at once. */
const effortless = { memoryCost: 8, timeCost: 1, parallelism: 1 }

/** Her account, made on first use, as the portal itself would make it. Gives its id. */
export async function employ(place: Place, person: Person): Promise<number> {
  const known = await staffReader(place.database.write).findByEmail(person.email)
  if (known) return known.staff.id
  const { id } = await inviteStaff(place, null, person)
  const passwordHash = await hash(person.password.normalize('NFC'), effortless)
  await setPasswordHash(place, null, await accountOf(place, person), passwordHash, null)
  return id
}

/** Closes her account, as an administrator would, whoever else is left. */
export async function dismiss(place: Place, person: Person): Promise<void> {
  await closeStaff(place, null, { ...(await accountOf(place, person)), role: 'reporter' })
}

async function accountOf({ database }: Place, { email, name }: Person) {
  const known = await staffReader(database.write).findByEmail(email)
  if (!known) throw new Error(`${name} has no account`)
  return known.staff
}
