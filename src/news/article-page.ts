import type { Picture, PictureView } from '../media/index.ts'
import type { Crumbs, PageHead, PublicPage, SocialPicture } from '../site/layout.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Article, Headline, Neighbours } from './article.ts'
import { articlePath } from './paths.ts'
import { type Sharing, sharing } from './sharing.ts'
import { type Moment, postedOn, type Story, story } from './story-part.ts'
import type { NewsWords } from './words.ts'

type Link = { title: string; path: string }

export type ArticlePage = PublicPage & {
  words: NewsWords
  crumbs: Crumbs
  title: string
  date: Moment
  lead: string
  cover: Figure | null
  bodyHtml: string
  author: string
  unit: string
  source: { name: string; address: string | null } | null
  tags: string
  previous: Link | null
  next: Link | null
  related: { stories: Story[]; category: Link } | null
  /** Null in a preview, which has no public address to share or to print. */
  sharing: Sharing | null
}

export type Figure = { picture: PictureView; caption: string; credit: string }

export type ArticleParts = {
  article: Article
  /** From the root of the tree down to the article's category; empty without one. */
  lineage: { name: string; path: string }[]
  cover: Cover | null
  neighbours: Neighbours
  related: Headline[]
  /** Canonical path; null in a preview. */
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
  return {
    head: articleHead(parts),
    place: lineage.at(-1)?.path ?? null,
    words,
    crumbs: { above: lineage, here: article.title, shortened: shortenAtWord(article.title, longestCrumb) },
    title: keepTogether(article.title),
    date: postedOn(article.publishedAt, timeZone),
    lead: keepTogether(article.lead),
    cover: coverFigure(parts),
    bodyHtml: article.bodyHtml,
    author: article.author,
    unit: article.unit,
    source: article.source && { name: article.source.name, address: webAddress(article.source.address) },
    tags: article.tags.join(', '),
    previous: linkTo(parts.neighbours.previous),
    next: linkTo(parts.neighbours.next),
    related: relatedStories(parts),
    sharing: parts.path === null ? null : sharing(article.title, parts.siteUrl + parts.path),
  }
}

function articleHead({ article, path, cover }: ArticleParts): PageHead {
  const description = shortenAtWord(article.lead || article.title, longestDescription)
  return { title: article.title, description, path, kind: 'article', picture: cover?.social ?? null }
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
