import { feedsPath } from '../feeds/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import {
  articleItemPath,
  articlesPath,
  categoriesPath,
  documentsPath,
  guidePath,
  listParameters,
  openApiPath,
} from './paths.ts'
import type { Licence } from './records.ts'
import type { ApiWords } from './words.ts'

/** How programs ask, for the people who write them. */
export type GuidePage = PublicPage & {
  words: ApiWords
  crumbs: Crumbs
  licence: string
  /** `path` leads there; null where a number is still missing. */
  addresses: { text: string; path: string | null; holds: string }[]
  parameters: { name: string; meaning: string }[]
  example: string
  feedsPath: string
}

export function guidePage({
  words,
  licence,
  siteUrl,
}: {
  words: ApiWords
  licence: Licence
  siteUrl: string
}): GuidePage {
  const linked = (path: string, holds: string) => ({ text: path, path, holds })
  return {
    head: { title: words.title, description: words.intro, path: guidePath, kind: 'website', picture: null },
    place: null,
    reads: [],
    words,
    crumbs: { above: [], here: words.title, shortened: words.title },
    licence: licence.text,
    addresses: [
      linked(articlesPath, words.articles),
      { text: articleItemPath(':id').replace(':id', '{id}'), path: null, holds: words.article },
      linked(categoriesPath, words.categories),
      linked(documentsPath, words.documents),
      linked(openApiPath, words.openApi),
    ],
    parameters: listParameters.map((name) => ({ name, meaning: words.parameters[name] })),
    example: `${siteUrl}${articlesPath}?category=tin-tuc&limit=10`,
    feedsPath,
  }
}
