import { parse } from 'csv-parse/sync'
import { categoryReader } from '../categories/index.ts'
import type { Database } from '../database/index.ts'
import { articlePath } from '../news/index.ts'
import { movedReader } from './moved-store.ts'
import type { Move } from './redirect-files.ts'

export type MovedTools = {
  database: Pick<Database, 'read'>
  now: string
  /** Lines of CSV, the first of which names the columns: addresses of earlier portals, and where they lead. */
  legacyAddresses: () => AsyncIterable<string>
}

const oneBatch = 500

/** Every address that leads to another one today. */
export async function* movedAddresses({ database, now, legacyAddresses }: MovedTools): AsyncGenerator<Move> {
  const moved = movedReader(database.read)
  const tree = await categoryReader(database.read).getTree()
  for (const { path, categoryId } of await moved.listCategoryPaths()) {
    const present = tree.find(categoryId)?.path
    if (present && present !== path) yield { from: path, to: present }
  }
  for await (const { id, slug, formerSlugs } of articleAddresses(database, now)) {
    for (const former of formerSlugs) yield { from: articlePath({ id, slug: former }), to: articlePath({ id, slug }) }
  }
  for await (const text of legacyAddresses()) {
    const lines = parse(text, { bom: true }) as string[][]
    for (const [from = '', to = ''] of lines) if (to.startsWith('/')) yield { from, to }
  }
}

export async function* articleAddresses({ read }: Pick<Database, 'read'>, now: string) {
  for (let after = 0; ; ) {
    const batch = await movedReader(read).listArticles(after, oneBatch, now)
    const last = batch.at(-1)
    if (!last) return
    yield* batch
    after = last.id
  }
}
