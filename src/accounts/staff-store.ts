import type { Reader, Writer } from '../database/index.ts'
import { isRole, type Role } from './roles.ts'
import { emailKey, type Staff } from './staff.ts'

/** What `staffFrom` needs, also where `staff` is joined to what lets her in. */
export const staffColumns = [
  'staff.id',
  'email',
  'name',
  'role',
  'password_hash',
  'closed_at',
  'totp_confirmed_at',
] as const
type StaffRow = {
  id: number
  email: string
  name: string
  role: string
  password_hash: string | null
  closed_at: string | null
  totp_confirmed_at: string | null
}

export const staffFrom = (row: StaffRow): Staff => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: isRole(row.role) ? row.role : 'reporter',
  hasPassword: row.password_hash !== null,
  closedAt: row.closed_at,
  hasSecondFactor: row.totp_confirmed_at !== null,
})

export function staffReader(database: Reader) {
  return {
    async find(id: number): Promise<Staff | null> {
      const row = await database.selectFrom('staff').select(staffColumns).where('id', '=', id).executeTakeFirst()
      return row ? staffFrom(row) : null
    },

    async findByEmail(email: string): Promise<{ staff: Staff; passwordHash: string | null } | null> {
      const row = await database
        .selectFrom('staff')
        .select(staffColumns)
        .where('email', '=', emailKey(email))
        .executeTakeFirst()
      return row ? { staff: staffFrom(row), passwordHash: row.password_hash } : null
    },

    /** Those who work here first, then those who left; by role and name. */
    async listAll(): Promise<Staff[]> {
      const rows = await database.selectFrom('staff').select(staffColumns).orderBy('id').execute()
      return rows.map(staffFrom)
    },

    async getPasswordHash(id: number): Promise<string | null> {
      const row = await database
        .selectFrom('staff')
        .select('password_hash')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return row.password_hash
    },

    async countWithPassword(): Promise<number> {
      const row = await database
        .selectFrom('staff')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('password_hash', 'is not', null)
        .executeTakeFirstOrThrow()
      return row.count
    },

    /** Administrators who can still sign in, but for this one. */
    async countOtherAdministrators(id: number): Promise<number> {
      const row = await database
        .selectFrom('staff')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('role', '=', 'administrator')
        .where('closed_at', 'is', null)
        .where('password_hash', 'is not', null)
        .where('id', '!=', id)
        .executeTakeFirstOrThrow()
      return row.count
    },
  }
}

export function staffWriter(transaction: Writer, now: string) {
  return {
    async add({ email, name, role }: { email: string; name: string; role: Role }): Promise<number> {
      const row = await transaction
        .insertInto('staff')
        .values({ email: emailKey(email), name, role, created_at: now })
        .returning('id')
        .executeTakeFirstOrThrow()
      return row.id
    },

    async change(id: number, { email, name, role }: { email: string; name: string; role: Role }): Promise<void> {
      await transaction
        .updateTable('staff')
        .set({ email: emailKey(email), name, role })
        .where('id', '=', id)
        .execute()
    },

    /** Until this transaction ends nobody else can take a role or an account from an administrator. */
    async holdAdministrators(): Promise<void> {
      // A lock that both engines know: two administrators who close each other on PostgreSQL would leave none.
      await transaction
        .updateTable('staff')
        .set({ role: 'administrator' })
        .where('role', '=', 'administrator')
        .execute()
    },

    async setPassword(id: number, passwordHash: string): Promise<void> {
      await transaction.updateTable('staff').set({ password_hash: passwordHash }).where('id', '=', id).execute()
    },

    /** Accounts are closed, never erased: their names stay on what they did. */
    async close(id: number): Promise<void> {
      await transaction.updateTable('staff').set({ closed_at: now }).where('id', '=', id).execute()
    },

    async reopen(id: number): Promise<void> {
      await transaction.updateTable('staff').set({ closed_at: null }).where('id', '=', id).execute()
    },
  }
}
