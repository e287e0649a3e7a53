import type { FilesPart } from '../documents/index.ts'
import type { Label } from '../listings/index.ts'
import { holdsPlayer } from '../markdown/index.ts'
import type { Picture, PictureView } from '../media/index.ts'
import type { ArticleFacts, Crumbs, PageHead, PublicPage, SocialPicture } from '../site/layout.ts'
import { shortDate, zonedIso } from '../text/dates.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Article, Ending, Headline, Neighbours } from './article.ts'
import { bylinePieces, type Piece, tagPieces } from './label-part.ts'
import { articlePath, correctionsPath } from './paths.ts'
import { type RailPart, rankedLinks } from './rail-part.ts'
import { type Sharing, sharing } from './sharing.ts'
import { type Moment, postedOn, type Story, story } from './story-part.ts'
import { articleStatement } from './structured-article.ts'
import type { Update } from './update.ts'
import { type HistoryLine, historyLines, type ShownCorrection, shownCorrection, toTheMinute } from './update-part.ts'
import { isAmongNotices, lastDay } from './validity.ts'
import type { NewsWords } from './words.ts'

type Link = { title: string; path: string }

export type ArticlePage = PublicPage & {
  words: NewsWords
  crumbs: Crumbs
  title: string
  date: Moment
  updated: Moment | null
  /** Of a notice that holds for a time. */
  validUntil: Moment | null
  /** Why it stands in no list any more. */
  ending: ShownEnding | null
  corrections: { path: string; shown: ShownCorrection[] } | null
  lead: string
  cover: Figure | null
  bodyHtml: string
  /** Players of other sites may come into the page when a reader presses them. */
  playsVideos: boolean
  /** The name of the author, or several. */
  byline: Piece[]
  unit: string
  source: { name: string; address: string | null } | null
  tags: Piece[]
  history: HistoryLine[]
  /** Where a reader tells of an error; null while the newsroom does not ask for it. */
  reportPath: string | null
  /** Documents to take along; null when there are none. */
  files: FilesPart | null
  previous: Link | null
  next: Link | null
  related: { stories: Story[]; category: Link } | null
  rail: RailPart
  /** Null in a preview, which has no public address to share or to print, and of what was withdrawn. */
  sharing: Sharing | null
}

/** What was withdrawn stands folded, so that nobody takes it for what holds. */
export type ShownEnding = { title: string; date: Moment; text: string; isFolded: boolean }

export type Figure = { picture: PictureView; caption: string; credit: string }

export type ArticleParts = {
  article: Article
  /** Null while readers find it in lists. */
  ending: Ending | null
  /** Newest first. */
  updates: Update[]
  files: FilesPart | null
  reportPath: string | null
  /** From the root of the tree down to the article's category; empty without one. */
  lineage: { name: string; path: string }[]
  cover: Cover | null
  /** For link previews; null in a preview. */
  social: SocialPicture | null
  neighbours: Neighbours
  related: Headline[]
  /** Tags and authors that lead to other articles; none in a preview. */
  labels?: Label[]
  mostRead?: Headline[]
  /** Its public address; null in a preview. */
  path: string | null
  siteUrl: string
  timeZone: string
  language: 'vi' | 'en'
  words: NewsWords
}

/** The cover as this page shows it. */
export type Cover = { picture: Picture; view: PictureView }

export const coverWish = { sizes: '(min-width: 44rem) 40rem, 74vw', loading: 'eager' } as const
const longestDescription = 200
const longestCrumb = 60
const mostRelated = 3

export function articlePage(parts: ArticleParts): ArticlePage {
  const { article, lineage, words, timeZone } = parts
  const isShared = parts.ending?.kind !== 'withdrawn'
  const head = articleHead(parts)
  return {
    head,
    about: head.path === null ? [] : [articleStatement(parts, parts.siteUrl + head.path)],
    reads: [],
    place: lineage.at(-1)?.path ?? null,
    words,
    crumbs: { above: lineage, here: article.title, shortened: shortenAtWord(article.title, longestCrumb) },
    title: keepTogether(article.title),
    date: postedOn(article.publishedAt, timeZone),
    updated: article.updatedAt === null ? null : toTheMinute(article.updatedAt, timeZone),
    validUntil: validUntil(parts),
    ending: shownEnding(parts),
    corrections: corrections(parts),
    lead: keepTogether(article.lead),
    cover: coverFigure(parts),
    bodyHtml: article.bodyHtml,
    // In the newsroom and in previews a video is a link.
    playsVideos: parts.path !== null && holdsPlayer(article.bodyHtml),
    byline: bylinePieces(article.author, parts.labels ?? []),
    unit: article.unit,
    source: article.source && { name: article.source.name, address: webAddress(article.source.address) },
    tags: tagPieces(article.tags, parts.labels ?? []),
    history: historyLines(article.publishedAt, parts.updates, parts),
    files: parts.files,
    reportPath: parts.reportPath,
    previous: linkTo(parts.neighbours.previous),
    next: linkTo(parts.neighbours.next),
    related: relatedStories(parts),
    rail: { months: null, mostRead: rankedLinks(parts.mostRead ?? []) },
    sharing: parts.path !== null && isShared ? sharing(article.title, parts.siteUrl, parts.path) : null,
  }
}

/** Without a canonical address nobody indexes it: right for a preview, and for what stands in no list any more. */
function articleHead(parts: ArticleParts): PageHead {
  const { article, ending, path, social, words, timeZone } = parts
  const { title, lead } = article
  const head = { kind: 'article', path: ending === null ? path : null, article: articleFacts(parts) } as const
  if (ending?.kind === 'withdrawn') {
    const description = `${words.withdrawn} ${shortDate(ending.since, timeZone)}.`
    return { ...head, title: words.withdrawnTitle(title), description, picture: null }
  }
  return { ...head, title, description: shortenAtWord(lead || title, longestDescription), picture: social }
}

function articleFacts({ article, lineage, timeZone }: ArticleParts): ArticleFacts {
  return {
    publishedAt: zonedIso(article.publishedAt, timeZone),
    modifiedAt: article.updatedAt && zonedIso(article.updatedAt, timeZone),
    creators: [article.author, article.unit].filter(Boolean),
    section: lineage.at(-1)?.name ?? null,
    tags: article.tags,
  }
}

function shownEnding({ ending, timeZone, words }: ArticleParts): ShownEnding | null {
  if (ending === null) return null
  if (ending.kind === 'expired')
    return { title: words.expired, date: toTheMinute(ending.since, timeZone), text: words.expiredHelp, isFolded: false }
  const text = ending.reason && words.reason(keepTogether(ending.reason))
  return { title: words.withdrawn, date: postedOn(ending.since, timeZone), text, isFolded: true }
}

function validUntil({ article: { expiresAt }, ending, lineage, timeZone }: ArticleParts): Moment | null {
  if (expiresAt === null || ending !== null || !isAmongNotices(lineage.at(-1)?.path)) return null
  return { text: lastDay(expiresAt, timeZone), machine: zonedIso(expiresAt, timeZone) }
}

function corrections(parts: ArticleParts): ArticlePage['corrections'] {
  const shown = parts.updates.filter(({ kind }) => kind === 'correction')
  if (shown.length === 0) return null
  return { path: correctionsPath, shown: shown.map((update) => shownCorrection(update, parts)) }
}

/** A writer who placed the cover in the text has chosen where it stands. */
function coverFigure({ article, cover }: ArticleParts): Figure | null {
  if (!cover || article.bodyHtml.includes(cover.picture.key)) return null
  return { picture: cover.view, caption: keepTogether(cover.picture.caption), credit: cover.picture.credit }
}

const webAddress = (address: string) => (/^https?:\/\//i.test(address) ? address : null)

const linkTo = (headline: Headline | null): Link | null =>
  headline && { title: keepTogether(headline.title), path: articlePath(headline) }

/** Those next to the article have their own links above; they stand here too only where there is little else. */
function relatedStories({ related, neighbours, lineage, timeZone }: ArticleParts): ArticlePage['related'] {
  const category = lineage.at(-1)
  if (!category || related.length === 0) return null
  const linked = [neighbours.previous?.id, neighbours.next?.id]
  const fresh = related.filter(({ id }) => !linked.includes(id))
  const shown = (fresh.length < mostRelated ? related : fresh).slice(0, mostRelated)
  const stories = shown.map((headline) => story(headline, null, { pictures: new Map(), timeZone }))
  return { stories, category: { title: keepTogether(category.name), path: category.path } }
}
