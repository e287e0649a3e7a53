import type { Config } from '../config.ts'
import type { Database, Writer } from '../database/index.ts'
import type { Show, ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { deskSearchReader } from './desk-search-store.ts'
import { searchPublicRoutes } from './public-routes.ts'
import { type Progress, rebuildIndex, rebuildOutdated } from './rebuild-index.ts'
import { reindexCategory } from './reindex-category.ts'
import { searchStaffRoutes } from './staff-routes.ts'
import { deskSearchWriter } from './write-desk-index.ts'
import { type SearchWriter, searchWriter } from './write-index.ts'

export { deskSearchReader, type Narrowing } from './desk-search-store.ts'
export { listSuggestions } from './list-suggestions.ts'
export { searchPath, suggestionsPath, synonymsPath } from './paths.ts'
export { plainText } from './plain-text.ts'
export { type Progress, rebuildIndex } from './rebuild-index.ts'
export { searchBox } from './search-box-page.ts'
export type { SearchDocument } from './search-document.ts'
export { searchWords } from './words.ts'
export { deskSearchWriter } from './write-desk-index.ts'
export { type SearchWriter, searchWriter } from './write-index.ts'

export type SearchTools = {
  config: Pick<Config, 'language' | 'timeZone'>
  database: Database
  world: World
  show: Show
  showNewsroom: ShowNewsroom
}

/** For the media room, which may not lean on this one: articles lean on its pictures. */
export const pictureSearch = (database: Database) => ({
  follow: (transaction: Writer, pictureId: number): Promise<void> =>
    deskSearchWriter(database, transaction).followPicture(pictureId),
  narrow: async (typed: string) => (await deskSearchReader(database).narrowPictures(typed)).holds,
})

/** What readers find by words, and the synonyms that staff keep for it. */
export function createSearch(tools: SearchTools) {
  return {
    publicRoutes: searchPublicRoutes(tools),
    staffRoutes: searchStaffRoutes(tools),
    index: {
      /** For the newsdesk: the index changes in the transaction that changes the article. */
      writer: (transaction: Writer, now: string): SearchWriter => searchWriter(tools.database, transaction, now),
    },
    /** For `reindex`: every index from its beginning, while everybody goes on. */
    rebuild: (onProgress?: Progress): Promise<number> => rebuildIndex(tools, onProgress),
    /** For the start: only what an older version made, or none. */
    rebuildOutdated: (): Promise<number> => rebuildOutdated(tools),
    /** For the categories room, after its transaction: articles are also found by the name of their category. */
    reindexCategory: (categoryId: number): Promise<void> => reindexCategory(tools, categoryId),
  }
}
