import type { Crumbs, PublicPage } from '../site/layout.ts'
import { archivePath, siteMapPath } from './paths.ts'
import type { ArchiveWords } from './words.ts'

export type PageLink = { name: string; path: string }

/** The tree of categories, which every page has at hand, and everything that is no category. */
export type SiteMapPage = PublicPage & {
  words: ArchiveWords
  crumbs: Crumbs
  pages: PageLink[]
  years: PageLink[]
}

type SiteMapParts = { pages: PageLink[]; years: ReadonlyMap<string, number>; words: ArchiveWords }

export function siteMapPage({ pages, years, words }: SiteMapParts): SiteMapPage {
  const title = words.siteMap
  return {
    head: { title, description: words.siteMapDescription, path: siteMapPath, kind: 'website', picture: null },
    reads: [],
    place: siteMapPath,
    words,
    crumbs: { above: [], here: title, shortened: title },
    pages,
    years: [...years.keys()]
      .sort()
      .reverse()
      .map((year) => ({ name: year, path: archivePath(year) })),
  }
}
