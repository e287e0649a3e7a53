import { type Actor, auditWriter } from '../audit/index.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { Rules } from './rules.ts'
import { rulesWriter } from './rules-store.ts'

/** `said` is the rules in words, for the audit log. */
export async function changeRules(
  { database, now }: { database: Database; now: string },
  by: Actor,
  rules: Rules,
  said: { title: string; note: string },
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await rulesWriter(transaction, now).change(rules)
    await auditWriter(transaction, now).record(by, 'changed', { kind: 'rules', id: null, title: said.title }, said.note)
  })
}
