import type { Assets } from './assets.ts'
import type { IconName } from './icons.ts'
import type { Statement, StructuredData } from './structured-data.ts'
import type { SiteWords } from './words.ts'

/** What search engines, link previews and the browser's title bar are told. */
export type PageHead = {
  /** Without the name of the site; null on the home page, where the site's own name stands. */
  title: string | null
  description: string
  /** Canonical path; null where there is none, as on error pages, which are then not indexed. */
  path: string | null
  kind: 'website' | 'article'
  /** For link previews; without one they get the card of the portal. */
  picture: SocialPicture | null
  article?: ArticleFacts
}

/** What the head of an article says about it; moments with the zone of the portal. */
export type ArticleFacts = {
  publishedAt: string
  /** When it last told readers something new; null when it never did. */
  modifiedAt: string | null
  /** Who wrote it, and for which office; empty where nobody is named. */
  creators: string[]
  section: string | null
  tags: string[]
}

/** Path from the root of the site, with its size in pixels. */
export type SocialPicture = { path: string; width: number; height: number; alternativeText: string }

export type MenuNode = { name: string; path: string; children: MenuNode[] }

/** `mark` is what aria-current says of the place: the page itself, or for an article merely where it belongs. */
export type Standing = { place: string | null; mark: 'page' | 'true' }
export type Tree = Standing & { nodes: MenuNode[] }

/** The way from the home page to here; `shortened` is what the eye sees, `here` what machines and screen readers get. */
export type Crumbs = { above: { name: string; path: string }[]; here: string; shortened: string }

export type AgencyBlock = {
  parent: string
  unit: string
  portalKind: string
  shortName: string
  description: string
  contactName: string
  address: string
  phone: string
  phoneLink: string | null
  email: string
  fax: string
}

/** What every public page shares; rooms provide it, `portal.ts` brings it together. */
export type SharedParts = {
  agency: AgencyBlock
  menu: MenuNode[]
  links: { title: string; address: string }[]
  search: SearchBox
  /** Feeds that programs find in the head of this page. */
  feedsAt: (page: PublicPage) => FeedLink[]
  /** What link previews show of pages that have no picture of their own. */
  card: SocialPicture | null
}

/** A feed as the head of a page names it; `type` is that of its format. */
export type FeedLink = { type: string; title: string; path: string }

/** The form that looks for words; the search room gives it. */
export type SearchBox = {
  action: string
  formName: string
  keywords: string
  find: string
  input: {
    id: string
    value: string
    placeholder: string | null
    suggestionsPath: string
    words: { suggested: string; suggestions: string; noSuggestions: string }
  }
}

/** The name `site` in every template. */
export type Site = SharedParts & {
  language: 'vi' | 'en'
  words: SiteWords
  icons: Record<IconName, string>
  today: { text: string; day: string }
  /** `portal` is the home page as the newsroom links to it, which may answer at another port. */
  paths: {
    home: string
    latest: string
    mostRead: string
    archive: string
    contact: string
    corrections: string
    feeds: string
    siteMap: string
    newsroom: string
    portal: string
  }
  asset: Assets['address']
}

/** A page of the public site: its view's data plus what the layout needs. */
export type PublicPage = {
  head: PageHead
  /** Path of the category that the reader is in, `/` on the home page, or null. */
  place: string | null
  /** One sentence above everything, such as that this is only a preview. */
  banner?: string
  /** Names of the query that it follows: by them, and by nothing else of a request, it may be kept. Without them it never is. */
  reads?: readonly string[]
  /** The way to here, which machines are told too. */
  crumbs?: Crumbs
  /** What machines are told beside it. */
  about?: Statement[]
}

export type LayoutPage = {
  /** Of the window: with the name of the site. */
  title: string
  /** Of a link to it, beside which the name of the site stands anyway. */
  name: string
  description: string
  canonical: string | null
  kind: PageHead['kind']
  picture: { address: string; width: number; height: number; alternativeText: string } | null
  article: ArticleFacts | null
  structuredData: StructuredData | null
  feeds: FeedLink[]
  standing: Standing
  banner: string | null
  bodyHtml: string
}

export type NewsroomEntry = { name: string; path: string; icon: IconName; isCurrent: boolean; startsGroup: boolean }

/** What every newsroom page shares about the person who is signed in. */
export type Desk = {
  name: string
  role: string
  accountPath: string
  signOutPath: string
  formToken: string
  entries: NewsroomEntry[]
}

export type NewsroomPage = { title: string }

export type NewsroomLayoutPage = { title: string; desk: Desk | null; bodyHtml: string }

export type ErrorPage = PublicPage & {
  title: string
  text: string
  since: string | null
  code: string
  reference: string | null
  /** Words of the address that was not found, to look for. */
  lookFor: string | null
  suggestions: { name: string; path: string }[]
}
