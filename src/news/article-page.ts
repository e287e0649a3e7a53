import type { FilesPart } from '../documents/index.ts'
import type { Picture, PictureView } from '../media/index.ts'
import type { Crumbs, PageHead, PublicPage, SocialPicture } from '../site/layout.ts'
import { shortDate, zonedIso } from '../text/dates.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Article, Ending, Headline, Neighbours } from './article.ts'
import { articlePath, correctionsPath } from './paths.ts'
import { type Sharing, sharing } from './sharing.ts'
import { type Moment, postedOn, type Story, story } from './story-part.ts'
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
  author: string
  unit: string
  source: { name: string; address: string | null } | null
  tags: string
  history: HistoryLine[]
  /** Where a reader tells of an error; null while the newsroom does not ask for it. */
  reportPath: string | null
  /** Documents to take along; null when there are none. */
  files: FilesPart | null
  previous: Link | null
  next: Link | null
  related: { stories: Story[]; category: Link } | null
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
  neighbours: Neighbours
  related: Headline[]
  /** Its public address; null in a preview. */
  path: string | null
  siteUrl: string
  timeZone: string
  words: NewsWords
}

/** The cover as this page shows it, and its address for link previews. */
export type Cover = { picture: Picture; view: PictureView; social: SocialPicture | null }

export const coverWish = { sizes: '(min-width: 44rem) 40rem, 92vw', loading: 'eager' } as const
const longestDescription = 200
const longestCrumb = 60
const mostRelated = 3

export function articlePage(parts: ArticleParts): ArticlePage {
  const { article, lineage, words, timeZone } = parts
  const isShared = parts.path !== null && parts.ending?.kind !== 'withdrawn'
  return {
    head: articleHead(parts),
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
    author: article.author,
    unit: article.unit,
    source: article.source && { name: article.source.name, address: webAddress(article.source.address) },
    tags: article.tags.join(', '),
    history: historyLines(article.publishedAt, parts.updates, parts),
    files: parts.files,
    reportPath: parts.reportPath,
    previous: linkTo(parts.neighbours.previous),
    next: linkTo(parts.neighbours.next),
    related: relatedStories(parts),
    sharing: isShared ? sharing(article.title, parts.siteUrl + parts.path) : null,
  }
}

/** Without a canonical address nobody indexes it: right for a preview, and for what stands in no list any more. */
function articleHead({ article, ending, path, cover, words, timeZone }: ArticleParts): PageHead {
  const { title, lead } = article
  const head = { kind: 'article', path: ending === null ? path : null, picture: cover?.social ?? null } as const
  if (ending?.kind === 'withdrawn') {
    const description = `${words.withdrawn} ${shortDate(ending.since, timeZone)}.`
    return { ...head, title: words.withdrawnTitle(title), description }
  }
  return { ...head, title, description: shortenAtWord(lead || title, longestDescription) }
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
