import type {
  BreadcrumbList,
  GovernmentOrganization,
  NewsArticle,
  SearchAction,
  WebSite,
  WithActionConstraints,
} from 'schema-dts'
import type { AgencyBlock, Crumbs, PublicPage, Site } from './layout.ts'

/** What a page says to machines in the words of schema.org. It says nothing that the page does not show. */
export type Statement = Exclude<NewsArticle | BreadcrumbList | GovernmentOrganization | WebSite, string>

/** JSON that cannot end the `<script>` around it. Only `escapedJson` makes it. */
export type EscapedJson = string & { readonly isEscaped: unique symbol }

/** What `part('site/structured-data', …)` prints. */
export type StructuredData = { json: EscapedJson }

type Names = Pick<Site, 'agency' | 'language' | 'paths' | 'search' | 'words'> & { asset(file: string): string }

/** How other statements of a page name the agency, whose own statement stands beside them. */
export const publisher = (siteUrl: string) => ({ '@id': `${siteUrl}/#co-quan` })

/** What is not indexed says nothing: a preview, a page of findings, what was withdrawn or is over. */
export function structuredData(page: PublicPage, site: Names, siteUrl: string): StructuredData | null {
  const { path } = page.head
  if (path === null) return null
  const about = page.about ?? []
  const isHome = path === site.paths.home
  const statements: Statement[] = [
    ...about,
    ...(isHome ? [webSite(site, siteUrl)] : []),
    ...(page.crumbs ? [breadcrumbs(page.crumbs, site, siteUrl)] : []),
    ...(about.length > 0 || isHome || path === site.paths.contact ? [organization(site, siteUrl)] : []),
  ]
  if (statements.length === 0) return null
  return { json: escapedJson({ '@context': 'https://schema.org', '@graph': statements }) }
}

const portalName = ({ portalKind, shortName }: AgencyBlock) => `${portalKind} ${shortName}`

function organization({ agency, asset }: Names, siteUrl: string): Statement {
  const { unit, shortName, description, contactName, address, phone, email, fax, parent } = agency
  return {
    '@type': 'GovernmentOrganization',
    ...publisher(siteUrl),
    name: unit,
    alternateName: shortName,
    url: `${siteUrl}/`,
    logo: siteUrl + asset('images/emblem-192.png'),
    ...known({ description, address, telephone: phone, email, faxNumber: fax }),
    contactPoint: { '@type': 'ContactPoint', ...known({ name: contactName, telephone: phone, email }) },
    ...(parent ? { parentOrganization: { '@type': 'GovernmentOrganization', name: parent } } : {}),
  }
}

function webSite({ agency, language, search }: Names, siteUrl: string): Statement {
  const potentialAction: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${search.action}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  }
  return {
    '@type': 'WebSite',
    name: portalName(agency),
    alternateName: agency.shortName,
    url: `${siteUrl}/`,
    inLanguage: language,
    publisher: publisher(siteUrl),
    potentialAction,
  }
}

/** The last step is the page itself, which needs no address. */
function breadcrumbs({ above, here }: Crumbs, { words, paths }: Names, siteUrl: string): Statement {
  const steps = [{ name: words.home, path: paths.home }, ...above]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...steps.map(({ name, path }, place) => ({
        '@type': 'ListItem' as const,
        position: place + 1,
        name,
        item: siteUrl + path,
      })),
      { '@type': 'ListItem', position: steps.length + 1, name: here },
    ],
  }
}

/** Leaves out what the agency has not filled in. */
const known = <Names extends string>(texts: Record<Names, string>) =>
  Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text !== '')) as Partial<Record<Names, string>>

/** No letter that HTML gives a meaning to, nor a line break that only JSON allows, is left as it is. */
export function escapedJson(value: object): EscapedJson {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped) as EscapedJson
}
