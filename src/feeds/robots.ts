import { newsSitemapPath, sitemapPath } from './paths.ts'

/** Of a copy for trying things out, and under another name than the portal's own. */
export const refusalText = 'User-agent: *\nDisallow: /\n'

/** Everything public may be indexed; the newsroom is nobody's business. */
export const robotsText = (siteUrl: string): string =>
  `User-agent: *\nDisallow: /quan-tri\nAllow: /\n\nSitemap: ${siteUrl}${sitemapPath}\nSitemap: ${siteUrl}${newsSitemapPath}\n`
