import { type Picture, type PictureView, type PictureWish, pictureView } from '../media/index.ts'
import { dayOf, shortDate, zonedIso } from '../text/dates.ts'
import { keepTogether, shortenAtWord } from '../text/display.ts'
import type { Headline } from './article.ts'
import { articlePath } from './paths.ts'
import type { NewsWords } from './words.ts'

/** A headline as the parts of views/news/parts show it. */
export type Story = {
  title: string
  path: string
  lead: string
  date: Moment
  /** Named only where a list holds several categories. */
  category: string | null
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
    picture: picture && wish ? pictureView(picture, wish) : null,
  }
}

export const postedOn = (instant: string, timeZone: string): Moment => ({
  text: shortDate(instant, timeZone),
  machine: zonedIso(instant, timeZone),
})

type NoticeTools = { timeZone: string; now: string; words: NewsWords; category: string | null }

export function notice(headline: Headline, { timeZone, now, words, category }: NoticeTools): Notice {
  const [year, month, day] = dayOf(headline.publishedAt, timeZone).split('-')
  const isThisYear = dayOf(now, timeZone).startsWith(`${year}-`)
  return {
    title: keepTogether(headline.title),
    path: articlePath(headline),
    day: day ?? '',
    month: isThisYear ? words.monthName(Number(month)) : `${month}/${year}`,
    machine: zonedIso(headline.publishedAt, timeZone),
    category,
  }
}

/** Covers of all these headlines, each once. */
export const coverIds = (headlines: readonly Headline[]): number[] => [
  ...new Set(headlines.flatMap((headline) => headline.coverPictureId ?? [])),
]
