import type { CategoryTree } from '../categories/index.ts'
import { type Picture, type PictureView, type PictureWish, pictureView } from '../media/index.ts'
import { dayOf, shortDate, zonedIso } from '../text/dates.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Headline } from './article.ts'
import { articlePath } from './paths.ts'
import { isAmongNotices, type Validity, validity } from './validity.ts'
import type { NewsWords } from './words.ts'

/** A headline as the parts of views/news/parts show it. */
export type Story = {
  title: string
  path: string
  lead: string
  date: Moment
  /** Named only where a list holds several categories. */
  category: string | null
  /** Of notices that end. */
  validity: Validity | null
  picture: PictureView | null
}

/** What a `<time>` shows and what its `datetime` says. */
export type Moment = { text: string; machine: string }

/** A headline under the day it was posted on, as `part('news/notice', notice)` shows it. */
export type Notice = {
  title: string
  path: string
  day: string
  month: string
  machine: string
  category: string | null
  validity: Validity | null
}

export type StoryTools = { pictures: ReadonlyMap<number, Picture>; timeZone: string }

const longestLead = 240

/** Without a wish the story stands without its picture. */
export function story(headline: Headline, wish: PictureWish | null, { pictures, timeZone }: StoryTools): Story {
  const picture = pictures.get(headline.coverPictureId ?? 0)
  return {
    title: keepTogether(headline.title),
    path: articlePath(headline),
    lead: keepTogether(shortenAtWord(headline.lead, longestLead)),
    date: postedOn(headline.publishedAt, timeZone),
    category: null,
    validity: null,
    picture: picture && wish ? pictureView(picture, wish) : null,
  }
}

export const postedOn = (instant: string, timeZone: string): Moment => ({
  text: shortDate(instant, timeZone),
  machine: zonedIso(instant, timeZone),
})

type NoticeTools = { tree: CategoryTree; timeZone: string; now: string; words: NewsWords }

/** Only a notice has an end that readers are told of before it comes. */
export function noticeValidity({ categoryId, expiresAt }: Headline, tools: NoticeTools): Validity | null {
  const isNotice = isAmongNotices(tools.tree.find(categoryId)?.path)
  return isNotice && expiresAt !== null ? validity(expiresAt, tools) : null
}

export function notice(headline: Headline, category: string | null, tools: NoticeTools): Notice {
  const { timeZone, now, words } = tools
  const [year, month, day] = dayOf(headline.publishedAt, timeZone).split('-')
  const isThisYear = dayOf(now, timeZone).startsWith(`${year}-`)
  return {
    title: keepTogether(headline.title),
    path: articlePath(headline),
    day: day ?? '',
    month: isThisYear ? words.monthName(Number(month)) : `${month}/${year}`,
    machine: zonedIso(headline.publishedAt, timeZone),
    category,
    validity: noticeValidity(headline, tools),
  }
}

/** Covers of all these headlines, each once. */
export const coverIds = (headlines: readonly Headline[]): number[] => [
  ...new Set(headlines.flatMap((headline) => headline.coverPictureId ?? [])),
]
