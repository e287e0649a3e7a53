import { branch, leaf, xmlDocument, xmlStart } from './xml.ts'

/** The protocol and its extensions: https://www.sitemaps.org/protocol.html, https://developers.google.com/search/docs/crawling-indexing/sitemaps */
const main = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const image = 'http://www.google.com/schemas/sitemap-image/1.1'
const news = 'http://www.google.com/schemas/sitemap-news/0.9'

/** A page; pictures as whole addresses. */
export type SitemapPage = { address: string; changedAt: string | null; pictures: string[] }

export type SitemapNews = { address: string; title: string; publishedAt: string }
export type NewsPublication = { name: string; language: string }

/**
 * A part holds articles, or tags and authors, by their numbers, so that a new one never changes an old part. With at most so
 * many pictures each, it stays under the 50,000 addresses and 50 MB of the protocol however long addresses are.
 */
export const idsAPart = 10_000
export const mostPictures = 12

export const idsIn = (part: number) => ({ after: (part - 1) * idsAPart, upTo: part * idsAPart })
export const partOf = (id: number): number => Math.ceil(id / idsAPart)

export const sitemapIndex = (addresses: readonly string[]): string =>
  xmlDocument(
    branch(
      'sitemapindex',
      addresses.map((address) => branch('sitemap', [leaf('loc', address)])),
      { xmlns: main },
    ),
  )

/** For a sitemap that is written piece by piece: beginning, pages, end. */
export const pagesStart = `${xmlStart}<urlset xmlns="${main}" xmlns:image="${image}">\n`
export const pagesEnd = '</urlset>\n'

export const sitemapPage = ({ address, changedAt, pictures }: SitemapPage): string =>
  branch('url', [
    leaf('loc', address),
    ...(changedAt ? [leaf('lastmod', changedAt)] : []),
    ...pictures.slice(0, mostPictures).map((picture) => branch('image:image', [leaf('image:loc', picture)])),
  ])

export const pagesSitemap = (pages: readonly SitemapPage[]): string =>
  pagesStart + pages.map(sitemapPage).join('') + pagesEnd

/** Valid when empty too: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
export const newsSitemap = (articles: readonly SitemapNews[], { name, language }: NewsPublication): string =>
  xmlDocument(
    branch(
      'urlset',
      articles.map(({ address, title, publishedAt }) =>
        branch('url', [
          leaf('loc', address),
          branch('news:news', [
            branch('news:publication', [leaf('news:name', name), leaf('news:language', language)]),
            leaf('news:publication_date', publishedAt),
            leaf('news:title', title),
          ]),
        ]),
      ),
      { xmlns: main, 'xmlns:news': news },
    ),
  )
