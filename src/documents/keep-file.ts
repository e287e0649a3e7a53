import type { Config } from '../config.ts'
import type { World } from '../site/world.ts'
import { documentFiles } from './document-files.ts'
import type { NewFile } from './document-store.ts'
import type { SeenFile } from './examine-file.ts'

export type KeepTools = { config: Pick<Config, 'uploads'>; world: Pick<World, 'random'> }

export const newKey = ({ world }: KeepTools): string => world.random(10).toString('hex')

/**
 * Brings a file into the folder of the document with that key; once it is safe on the disk `record` writes the row that names
 * it. When that fails, or gives null, nothing of the file is left.
 */
export async function keepFile<Recorded>(
  tools: KeepTools,
  documentKey: string,
  { path, ...seen }: SeenFile,
  record: (file: NewFile) => Promise<Recorded | null>,
): Promise<Recorded | null> {
  const files = documentFiles(tools.config.uploads)
  const file = { ...seen, key: newKey(tools) }
  const place = { key: documentKey, version: file.key, kind: file.kind }
  let recorded: Recorded | null = null
  try {
    await files.keep(path, place)
    recorded = await record(file)
    return recorded
  } finally {
    await (recorded === null ? files.discard(place) : files.finish(place))
  }
}
