import type { CorrectionComment, CreativeWork, Organization, Person } from 'schema-dts'
import { authorsIn } from '../listings/index.ts'
import { searchCutPaths } from '../media/index.ts'
import { publisher, type Statement } from '../site/structured-data.ts'
import { zonedIso } from '../text/dates.ts'
import type { Article } from './article.ts'
import type { ArticleParts } from './article-page.ts'
import { bylinePieces } from './label-part.ts'
import type { Update } from './update.ts'
import { isAmongNotices } from './validity.ts'

/** The article in the words of schema.org; `address` is its public one. */
export function articleStatement(parts: ArticleParts, address: string): Statement {
  const { article, lineage, cover, siteUrl, timeZone } = parts
  const { title, lead, tags, updatedAt, expiresAt } = article
  const section = lineage.at(-1)
  const corrections = parts.updates.filter(({ kind }) => kind === 'correction')
  return {
    '@type': 'NewsArticle',
    mainEntityOfPage: address,
    headline: title,
    ...(lead ? { description: lead } : {}),
    ...(cover ? { image: searchCutPaths(cover.picture).map((path) => siteUrl + path) } : {}),
    datePublished: zonedIso(article.publishedAt, timeZone),
    ...(updatedAt ? { dateModified: zonedIso(updatedAt, timeZone) } : {}),
    ...(expiresAt && isAmongNotices(section?.path) ? { expires: zonedIso(expiresAt, timeZone) } : {}),
    author: authors(parts),
    publisher: publisher(siteUrl),
    inLanguage: parts.language,
    ...(section ? { articleSection: section.name } : {}),
    ...(tags.length > 0 ? { keywords: tags } : {}),
    ...(article.source ? { isBasedOn: sourceOf(article.source) } : {}),
    ...(corrections.length > 0 ? { correction: corrections.map((update) => correctionOf(update, parts)) } : {}),
  }
}

/** Each who wrote it, then the office; the agency itself where nobody is named. */
function authors({ article, labels, siteUrl }: ArticleParts): (Person | Organization)[] | { '@id': string } {
  const { author, unit } = article
  const paths = new Map(bylinePieces(author, labels ?? []).map(({ text, path }) => [text, path]))
  const named: (Person | Organization)[] = [
    ...authorsIn(author).map((name) => personNamed(name, paths.get(name), siteUrl)),
    ...(unit ? [{ '@type': 'Organization' as const, name: unit, url: `${siteUrl}/` }] : []),
  ]
  return named.length > 0 ? named : publisher(siteUrl)
}

const personNamed = (name: string, path: string | null | undefined, siteUrl: string): Person =>
  path ? { '@type': 'Person', name, url: siteUrl + path } : { '@type': 'Person', name }

/** What the text was taken from. */
function sourceOf({ name, address }: NonNullable<Article['source']>): CreativeWork {
  const isOnWeb = /^https?:\/\//i.test(address)
  return { '@type': 'CreativeWork', publisher: { '@type': 'Organization', name }, ...(isOnWeb ? { url: address } : {}) }
}

function correctionOf({ at, note, wrong, right }: Update, { words, timeZone }: ArticleParts): CorrectionComment {
  const change = wrong && right ? words.replaced(wrong, right) : right || wrong
  return {
    '@type': 'CorrectionComment',
    text: [note, change].filter(Boolean).join(' '),
    datePublished: zonedIso(at, timeZone),
  }
}
