import { join } from 'node:path'
import { type Database, inTransaction } from '../database/index.ts'
import type { World } from '../site/world.ts'
import { likenessWriter } from './likeness-store.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { pictureReader } from './picture-store.ts'
import { variantWidths } from './picture-variants.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import type { Version } from './version.ts'
import { versionReader, versionWriter } from './version-store.ts'

type LookTools = {
  uploads: string
  database: Database
  world: World
  workshop: Pick<PictureWorkshop, 'look'>
}

/** Looks at pictures from before anybody looked, at most so many; gives how many there were. */
export async function fillLikenesses(tools: LookTools, most: number): Promise<number> {
  const unseen = await versionReader(tools.database.read).listUnseen(most)
  for (const version of unseen) await note(tools, version, await look(tools, version))
  return unseen.length
}

function look({ uploads, workshop }: LookTools, { key, width }: Version): Promise<string> {
  const smallest = variantFile({ width: Math.min(...variantWidths(width)), format: 'webp' })
  return workshop.look(join(pictureFiles(uploads).folderOf(key), smallest))
}

async function note({ database, world }: LookTools, { pictureId, masterKey }: Version, likeness: string) {
  await inTransaction(database, async (transaction) => {
    await versionWriter(transaction, world.clock.now()).setLikeness(masterKey, likeness)
    const picture = await pictureReader(transaction).find(pictureId)
    const present = picture && (await versionReader(transaction).findByKey(picture.key))
    if (present?.masterKey === masterKey) await likenessWriter(transaction).follow(pictureId, likeness)
  })
}
