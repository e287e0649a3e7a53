/** Where readers find every feed. */
export const feedsPath = '/kenh-tin'

export const sitemapPath = '/sitemap.xml'
export const pagesSitemapPath = '/sitemap-pages.xml'
export const newsSitemapPath = '/news-sitemap.xml'
export const labelsSitemapPath = (part: number | ':part') => `/sitemap-labels-${part}.xml`
export const articlesSitemapPath = (part: number | ':part') => `/sitemap-articles-${part}.xml`

const places = {
  rss: { whole: '/rss', folder: '/rss', ending: '.xml' },
  atom: { whole: '/atom.xml', folder: '/atom', ending: '.xml' },
  json: { whole: '/feed.json', folder: '/feed', ending: '.json' },
} as const

export type FeedFormat = keyof typeof places

export const feedFormats: readonly FeedFormat[] = ['rss', 'atom', 'json']

/** The feed of a page, such as `/tin-tuc/kinh-te`; that of the home page holds everything. */
export function feedPath(format: FeedFormat, pagePath: string): string {
  const { whole, folder, ending } = places[format]
  return pagePath === '/' ? whole : `${folder}${pagePath}${ending}`
}

export const isFeedPath = (path: string): boolean => /^\/(?:rss|atom|feed)(?:[./?]|$)/i.test(path)

/** For the table of routes: all feeds but that of the home page. */
export const feedPattern = (format: FeedFormat): string => `${places[format].folder}/*path`

/** The page whose feed this is; null for an address that no feed can have. */
export function pagePathOf(format: FeedFormat, feedAddress: string): string | null {
  const { folder, ending } = places[format]
  const path = feedAddress.slice(folder.length, -ending.length)
  return feedAddress.endsWith(ending) && /^(\/[a-z0-9-]+)+$/.test(path) ? path : null
}
