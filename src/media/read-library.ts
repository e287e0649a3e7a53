import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import type { Desk } from '../site/layout.ts'
import { siteWords } from '../site/words.ts'
import { type LibraryFilter, type LibraryWish, libraryFilters } from './library.ts'
import { type LibraryPage, libraryPage } from './library-page.ts'
import type { Picture } from './picture.ts'
import type { PictureSearch } from './picture-search.ts'
import { pictureReader } from './picture-store.ts'
import { mediaWords } from './words.ts'

type ShelfTools = { database: Database; search: Pick<PictureSearch, 'narrow'> }
type LibraryTools = ShelfTools & { config: Pick<Config, 'language' | 'timeZone'> }
/** `known`: pictures that were sent again, and are not there twice. */
type Said = { notice: Notice; issues: Issue[]; known: readonly Picture[] }

const perPage = 24

/** The library as it is now, with what there is to say about the last upload. */
export async function readLibrary(
  tools: LibraryTools,
  desk: Desk,
  wish: LibraryWish,
  said: Said,
): Promise<LibraryPage> {
  const reader = pictureReader(tools.database.read)
  const { language, timeZone } = tools.config
  const pictures = await listWished(tools, wish, perPage + 1)
  const ids = [...pictures, ...said.known].map(({ id }) => id)
  const counts = await Promise.all(libraryFilters.map(async (filter) => [filter, await reader.count(filter)] as const))
  return libraryPage({
    pictures,
    perPage,
    wish,
    counts: Object.fromEntries(counts) as Record<LibraryFilter, number>,
    uses: await reader.countUses(ids),
    uploaders: await reader.listUploaders(ids),
    formToken: desk.formToken,
    timeZone,
    words: mediaWords[language],
    toFix: siteWords[language].toFix,
    ...said,
  })
}

/** The newest of what somebody asked for. */
export async function listWished(
  { database, search }: ShelfTools,
  { search: typed, filter, before }: Omit<LibraryWish, 'look'>,
  most: number,
): Promise<Picture[]> {
  const found = typed === '' ? null : await search.narrow(typed)
  return pictureReader(database.read).listNewest({ filter, before, found }, most)
}
