import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Issue, Notice } from '../site/forms.ts'
import type { Desk } from '../site/layout.ts'
import { siteWords } from '../site/words.ts'
import type { LibraryWish } from './library.ts'
import { type LibraryPage, libraryPage } from './library-page.ts'
import { pictureReader } from './picture-store.ts'
import { mediaWords } from './words.ts'

type LibraryTools = { config: Pick<Config, 'language'>; database: Database }
type Said = { notice: Notice; issues: Issue[] }

const perPage = 24

/** The library as it is now, with what there is to say about the last upload. */
export async function readLibrary(
  { config, database }: LibraryTools,
  desk: Desk,
  wish: LibraryWish,
  said: Said,
): Promise<LibraryPage> {
  const reader = pictureReader(database.read)
  return libraryPage({
    pictures: await reader.listNewest(wish, perPage + 1),
    perPage,
    wish,
    counts: {
      all: await reader.count('all'),
      missing: await reader.count('missing'),
      unused: await reader.count('unused'),
    },
    formToken: desk.formToken,
    words: mediaWords[config.language],
    toFix: siteWords[config.language].toFix,
    ...said,
  })
}
