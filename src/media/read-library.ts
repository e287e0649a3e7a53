import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import type { Desk } from '../site/layout.ts'
import { siteWords } from '../site/words.ts'
import type { LibraryWish } from './library.ts'
import { type LibraryPage, libraryPage } from './library-page.ts'
import type { Picture } from './picture.ts'
import type { PictureSearch } from './picture-search.ts'
import { pictureReader } from './picture-store.ts'
import { mediaWords } from './words.ts'

type ShelfTools = { database: Database; search: Pick<PictureSearch, 'narrow'> }
type LibraryTools = ShelfTools & { config: Pick<Config, 'language'> }
type Said = { notice: Notice; issues: Issue[] }

const perPage = 24

/** The library as it is now, with what there is to say about the last upload. */
export async function readLibrary(
  tools: LibraryTools,
  desk: Desk,
  wish: LibraryWish,
  said: Said,
): Promise<LibraryPage> {
  const reader = pictureReader(tools.database.read)
  const { language } = tools.config
  return libraryPage({
    pictures: await listWished(tools, wish, perPage + 1),
    perPage,
    wish,
    counts: {
      all: await reader.count('all'),
      missing: await reader.count('missing'),
      unused: await reader.count('unused'),
    },
    formToken: desk.formToken,
    words: mediaWords[language],
    toFix: siteWords[language].toFix,
    ...said,
  })
}

/** The newest of what somebody asked for. */
export async function listWished(
  { database, search }: ShelfTools,
  { search: typed, ...wish }: LibraryWish,
  most: number,
): Promise<Picture[]> {
  const found = typed === '' ? null : await search.narrow(typed)
  return pictureReader(database.read).listNewest({ ...wish, found }, most)
}
