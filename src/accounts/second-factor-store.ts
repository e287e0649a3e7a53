import type { Reader, Writer } from '../database/index.ts'

/** `confirmedAt` is null while the secret waits for its first code. */
export type SecondFactor = { secret: string; confirmedAt: string | null }

export function secondFactorReader(database: Reader) {
  return {
    async find(staffId: number): Promise<SecondFactor | null> {
      const row = await database
        .selectFrom('staff')
        .select(['totp_secret', 'totp_confirmed_at'])
        .where('id', '=', staffId)
        .executeTakeFirst()
      return row?.totp_secret ? { secret: row.totp_secret, confirmedAt: row.totp_confirmed_at } : null
    },

    async countBackupCodes(staffId: number): Promise<number> {
      const row = await database
        .selectFrom('backup_codes')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('staff_id', '=', staffId)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow()
      return row.count
    },
  }
}

export function secondFactorWriter(transaction: Writer, now: string) {
  return {
    /** False when a confirmed one stands already, which stays as it is. */
    async prepare(staffId: number, secret: string): Promise<boolean> {
      const prepared = await transaction
        .updateTable('staff')
        .set({ totp_secret: secret, totp_last_step: null })
        .where('id', '=', staffId)
        .where('totp_confirmed_at', 'is', null)
        .returning('id')
        .execute()
      return prepared.length > 0
    },

    /** False when the secret is another by now, or confirmed already. The step counts as used. */
    async confirm(staffId: number, secret: string, step: number): Promise<boolean> {
      const confirmed = await transaction
        .updateTable('staff')
        .set({ totp_confirmed_at: now, totp_last_step: step })
        .where('id', '=', staffId)
        .where('totp_secret', '=', secret)
        .where('totp_confirmed_at', 'is', null)
        .returning('id')
        .execute()
      return confirmed.length > 0
    },

    /** One statement compares and sets: of two requests with the same code one gets false. */
    async useStep(staffId: number, secret: string, step: number): Promise<boolean> {
      const used = await transaction
        .updateTable('staff')
        .set({ totp_last_step: step })
        .where('id', '=', staffId)
        .where('totp_secret', '=', secret)
        .where('totp_confirmed_at', 'is not', null)
        .where((e) => e.or([e('totp_last_step', 'is', null), e('totp_last_step', '<', step)]))
        .returning('id')
        .execute()
      return used.length > 0
    },

    async remove(staffId: number): Promise<void> {
      await transaction
        .updateTable('staff')
        .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
        .where('id', '=', staffId)
        .execute()
      await transaction.deleteFrom('backup_codes').where('staff_id', '=', staffId).execute()
    },

    /** The earlier codes, used or not, are worth nothing more. */
    async replaceBackupCodes(staffId: number, codeHashes: string[]): Promise<void> {
      await transaction.deleteFrom('backup_codes').where('staff_id', '=', staffId).execute()
      const rows = codeHashes.map((code_hash) => ({ code_hash, staff_id: staffId, created_at: now }))
      await transaction.insertInto('backup_codes').values(rows).execute()
    },

    /** False for a code that is not hers, or that was used. */
    async useBackupCode(staffId: number, codeHash: string): Promise<boolean> {
      const used = await transaction
        .updateTable('backup_codes')
        .set({ used_at: now })
        .where('code_hash', '=', codeHash)
        .where('staff_id', '=', staffId)
        .where('used_at', 'is', null)
        .returning('staff_id')
        .execute()
      return used.length > 0
    },
  }
}
