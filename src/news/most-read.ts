import { oncePerVersion } from '../site/once-per-version.ts'
import type { Headline } from './article.ts'
import { articleReader } from './article-store.ts'
import type { NewsTools } from './index.ts'

type MostReadTools = Pick<NewsTools, 'database' | 'world' | 'listMostRead'>

/** Every page shows the first of them, so they are looked up once for each ranking. */
export function mostReadReader({ database, world, listMostRead }: MostReadTools) {
  const { listByIds } = articleReader(database.read)
  const listRanked = oncePerVersion(database.contentVersion, (ranking: readonly number[]) =>
    listByIds(ranking, world.clock.now()),
  )

  return async (most: number): Promise<Headline[]> => {
    const ranking = listMostRead()
    if (ranking.length === 0) return []
    const now = world.clock.now()
    const isUp = ({ expiresAt }: Headline) => expiresAt === null || expiresAt > now
    return (await listRanked(ranking)).filter(isUp).slice(0, most)
  }
}
