import { type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { entriesOf, groundOf, type ImportTools } from './import-addresses.ts'
import { isKept, type Judgement, judgeLines } from './judge-addresses.ts'
import { keyOf } from './legacy-address.ts'
import { type Entry, legacyAddressWriter } from './legacy-address-store.ts'

export type AddressWish = { old: string; target: string }

/** One redirect from the form. What cannot be kept comes back judged, and nothing has changed. */
export async function addAddress(tools: ImportTools, by: Actor, wish: AddressWish): Promise<Judgement> {
  return inTransaction(tools.database, async (transaction) => {
    const judgement = await keepOne(tools, transaction, wish)
    if (isKept(judgement)) await note(tools, transaction, by, judgement.outcome === 'new' ? 'created' : 'changed', wish)
    return judgement
  })
}

/** The old one goes when it is written otherwise now. */
export async function changeAddress(
  tools: ImportTools,
  by: Actor,
  entry: Entry,
  wish: AddressWish,
): Promise<Judgement> {
  return inTransaction(tools.database, async (transaction) => {
    const judgement = await keepOne(tools, transaction, wish)
    const isOther = judgement.address !== null && keyOf(judgement.address) !== entry.key
    if (!isKept(judgement) && judgement.outcome !== 'same') return judgement
    if (isOther) await legacyAddressWriter(transaction, tools.world.clock.now()).remove(entry.id)
    if (isOther || isKept(judgement)) await note(tools, transaction, by, 'changed', wish)
    return judgement
  })
}

export async function removeAddress(tools: ImportTools, by: Actor, entry: Entry): Promise<void> {
  await inTransaction(tools.database, async (transaction) => {
    await legacyAddressWriter(transaction, tools.world.clock.now()).remove(entry.id)
    await note(tools, transaction, by, 'deleted', { old: entry.oldAddress, target: '' })
  })
}

/** For other rooms, within what they do: judged like a line of a file, and kept when it is sound. */
export async function keepOne(
  tools: Pick<ImportTools, 'config' | 'pages' | 'world'>,
  transaction: Writer,
  { old, target }: AddressWish,
): Promise<Judgement> {
  const ground = groundOf(tools, transaction, null)
  const [judgement] = await judgeLines([{ number: 1, old, target, isWhole: true }], ground)
  if (!judgement) throw new Error('a line was judged and gave nothing')
  await legacyAddressWriter(transaction, tools.world.clock.now()).putAll(entriesOf([judgement]))
  return judgement
}

async function note(
  { world }: ImportTools,
  transaction: Writer,
  by: Actor,
  act: 'created' | 'changed' | 'deleted',
  { old, target }: AddressWish,
) {
  const subject = { kind: 'legacy-address', id: null, title: old.slice(0, 300) } as const
  await auditWriter(transaction, world.clock.now()).record(by, act, subject, target && `→ ${target.slice(0, 300)}`)
}
