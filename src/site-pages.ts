import { apiWords, guidePath } from './api/index.ts'
import { archivePath, archiveWords, latestPath, mostReadPath, type PageLink, siteMapPath } from './archive/index.ts'
import type { Config } from './config.ts'
import { feedsPath } from './feeds/index.ts'
import { correctionsPath, homePath } from './news/index.ts'
import type { OwnPages } from './redirects/index.ts'
import { searchPath, searchWords } from './search/index.ts'
import { siteWords } from './site/words.ts'

/** Pages that are no category, for the site map: their names and addresses belong to many rooms, and no room may know all others. */
export function sitePages(language: Config['language'], contactPath: string): PageLink[] {
  const [site, archive, search] = [siteWords[language], archiveWords[language], searchWords[language]]
  return [
    { name: site.home, path: homePath },
    { name: archive.latest, path: latestPath },
    { name: archive.mostRead, path: mostReadPath },
    { name: archive.archive, path: archivePath() },
    { name: site.corrections, path: correctionsPath },
    { name: search.title, path: searchPath },
    { name: site.feeds, path: feedsPath },
    { name: apiWords[language].title, path: guidePath },
    { name: site.contact, path: contactPath },
  ]
}

/** Those that search engines are told of: no search, and no list that only repeats what other pages hold. */
export const indexedPages = (contactPath: string): string[] => [
  homePath,
  latestPath,
  mostReadPath,
  correctionsPath,
  feedsPath,
  guidePath,
  siteMapPath,
  contactPath,
]

/** Where an old address may lead besides articles and categories. */
export const ownPages = (contactPath: string): OwnPages => ({
  paths: [...indexedPages(contactPath), archivePath(), searchPath, '/robots.txt', '/sitemap.xml'],
  folders: [archivePath(), '/tu-khoa', '/tac-gia', '/tai-lieu', '/hinh-anh'],
})
