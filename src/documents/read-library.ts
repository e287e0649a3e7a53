import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { type Issue, idFrom, type Notice, readLine, type Submitted } from '../site/forms.ts'
import type { Desk } from '../site/layout.ts'
import { siteWords } from '../site/words.ts'
import { documentReader } from './document-store.ts'
import type { LibraryWish } from './library.ts'
import { type LibraryPage, libraryPage } from './library-page.ts'
import { documentWords } from './words.ts'

type LibraryTools = { database: Database; config: Pick<Config, 'language' | 'timeZone'> }
type Said = { notice: Notice; issues: Issue[] }

const perPage = 30

/** Unknown words in an address are ignored. */
export function readWish(query: Submitted): LibraryWish {
  return { search: readLine(query, 'q').slice(0, 100), before: idFrom(query['before']) }
}

/** The list as it is now, with what there is to say about the last upload. */
export async function readLibrary(
  { database, config }: LibraryTools,
  desk: Desk,
  wish: LibraryWish,
  said: Said,
): Promise<LibraryPage> {
  return libraryPage({
    documents: await documentReader(database.read).listNewest(wish, perPage + 1),
    perPage,
    wish,
    formToken: desk.formToken,
    timeZone: config.timeZone,
    words: documentWords[config.language],
    toFix: siteWords[config.language].toFix,
    ...said,
  })
}
