import { type Act, type Actor, auditWriter } from '../audit/index.ts'
import { inTransaction, type Writer } from '../database/index.ts'
import { conflict, notFound } from '../site/faults.ts'
import type { Picture } from './picture.ts'
import { pictureReader, pictureWriter } from './picture-store.ts'
import type { ReceiveTools } from './receive-picture.ts'
import type { NewVersion, Version } from './version.ts'
import { versionReader, versionWriter } from './version-store.ts'

export type VersionTools = ReceiveTools & {
  /** Makes the pages of articles that show the picture again. */
  rerender: (pictureId: number) => Promise<void>
}

/** Which files stand where the picture was when somebody looked at it. */
export async function versionOf({ database }: VersionTools, key: string): Promise<Version> {
  return (await versionReader(database.read).findByKey(key)) ?? notFound()
}

/** The picture becomes this new version of it. Throws a 409 fault when it became another one meanwhile. */
export async function becomeNew(
  tools: VersionTools,
  by: Actor,
  picture: Picture,
  act: Act,
  version: NewVersion,
): Promise<void> {
  const now = tools.world.clock.now()
  await inTransaction(tools.database, async (transaction) => {
    await assertUnchanged(transaction, picture)
    const added = await versionWriter(transaction, now).add(version, by?.id ?? null)
    await use(tools, transaction, { by, now, act }, added)
  })
}

/** The picture becomes again what it was. Throws a 409 fault when it became another one meanwhile. */
export async function becomeAgain(
  tools: VersionTools,
  by: Actor,
  picture: Picture,
  act: Act,
  version: Version,
): Promise<void> {
  const now = tools.world.clock.now()
  await inTransaction(tools.database, async (transaction) => {
    await assertUnchanged(transaction, picture)
    await use(tools, transaction, { by, now, act }, version)
  })
  await tools.rerender(picture.id)
}

type Deed = { by: Actor; now: string; act: Act }

async function use({ search }: VersionTools, transaction: Writer, { by, now, act }: Deed, version: Version) {
  await pictureWriter(transaction, now).use(version)
  await search.follow(transaction, version.pictureId)
  const subject = { kind: 'picture', id: version.pictureId, title: version.originalName } as const
  await auditWriter(transaction, now).record(by, act, subject)
}

async function assertUnchanged(transaction: Writer, { id, key }: Picture): Promise<void> {
  const picture = (await pictureReader(transaction).find(id)) ?? notFound()
  if (picture.key !== key) conflict()
}
