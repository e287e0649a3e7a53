import { type Actor, auditWriter } from '../audit/index.ts'
import { categoryWriter } from '../categories/index.ts'
import { inTransaction } from '../database/index.ts'
import type { StaffTools } from './manage-staff.ts'
import type { Staff } from './staff.ts'
import { staffScopeWriter } from './staff-scope-store.ts'

/** Where somebody may work; no category means everywhere. `note` tells it to the audit log by the names of the categories. */
export async function narrowStaff(
  { database, world }: StaffTools,
  by: Actor,
  staff: Staff,
  wished: number[],
  note: (names: string[]) => string,
): Promise<'narrowed' | 'category-gone'> {
  const now = world.clock.now()
  return inTransaction(database, async (transaction) => {
    const tree = await categoryWriter(transaction, now).holdTree()
    const categories = tree.all.filter(({ id }) => wished.includes(id))
    // What is left of a narrow wish may be nothing, and nothing would mean everywhere.
    if (categories.length < new Set(wished).size) return 'category-gone'
    await staffScopeWriter(transaction).set(
      staff.id,
      categories.map(({ id }) => id),
    )
    const subject = { kind: 'staff', id: staff.id, title: staff.name } as const
    await auditWriter(transaction, now).record(by, 'changed', subject, note(categories.map(({ name }) => name)))
    return 'narrowed'
  })
}
