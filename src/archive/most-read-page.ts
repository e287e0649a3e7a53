import { type Headline, type RankedLink, rankedLinks } from '../news/index.ts'
import type { Crumbs, PublicPage } from '../site/layout.ts'
import { latestPath, mostReadPath } from './paths.ts'
import type { ArchiveWords } from './words.ts'

/** What readers read most; how often stays with us. */
export type MostReadPage = PublicPage & {
  words: ArchiveWords
  crumbs: Crumbs
  links: RankedLink[]
  latestPath: string
}

export function mostReadPage({ headlines, words }: { headlines: Headline[]; words: ArchiveWords }): MostReadPage {
  const title = words.mostReadTitle
  return {
    head: { title, description: words.mostReadDescription, path: mostReadPath, kind: 'website', picture: null },
    reads: [],
    place: mostReadPath,
    words,
    crumbs: { above: [], here: words.mostRead, shortened: words.mostRead },
    links: rankedLinks(headlines),
    latestPath,
  }
}
