import type { Crumbs, PublicPage } from '../site/layout.ts'
import { type Pages, pageAddress, pageParameter, paginate } from '../site/pagination.ts'
import { keepTogether } from '../text/display.ts'
import { articlePath, correctionsPath } from './paths.ts'
import type { Correction } from './update.ts'
import { type ShownCorrection, shownCorrection } from './update-part.ts'
import type { NewsWords } from './words.ts'

export type CorrectionsPage = PublicPage & {
  words: NewsWords
  crumbs: Crumbs
  entries: { title: string; path: string; correction: ShownCorrection }[]
  pages: Pages
}

export type CorrectionsParts = {
  corrections: Correction[]
  page: number
  total: number
  timeZone: string
  words: NewsWords
}

export const correctionsPerPage = 20

export function correctionsPage(parts: CorrectionsParts): CorrectionsPage {
  const { corrections, page, total, words } = parts
  return {
    head: {
      title: page === 1 ? words.corrections : words.numberedTitle(words.corrections, page),
      description: words.correctionsIntro,
      path: pageAddress(correctionsPath, {}, page),
      kind: 'website',
      picture: null,
    },
    reads: [pageParameter],
    place: correctionsPath,
    words,
    crumbs: { above: [], here: words.corrections, shortened: words.corrections },
    entries: corrections.map(({ update, article }) => ({
      title: keepTogether(article.title),
      path: articlePath(article),
      correction: shownCorrection(update, parts),
    })),
    pages: paginate({
      here: page,
      perPage: correctionsPerPage,
      total,
      address: (number) => pageAddress(correctionsPath, {}, number),
      range: words.correctionRange,
    }),
  }
}
