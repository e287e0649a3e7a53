import type { Database } from '../database/index.ts'

export { loadSample, type SampleTools } from './load-sample.ts'

/** Whether nobody has begun to use the installation: neither staff, nor categories, nor articles. */
export async function isUntouched(database: Database): Promise<boolean> {
  for (const table of ['staff', 'categories', 'articles'] as const) {
    const row = await database.read.selectFrom(table).select('id').limit(1).executeTakeFirst()
    if (row) return false
  }
  return true
}
