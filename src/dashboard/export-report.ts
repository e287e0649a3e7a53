import type { CategoryTree } from '../categories/index.ts'
import { articlePath } from '../news/index.ts'
import type { DeskWords } from '../newsdesk/index.ts'
import { csvLine, csvStart } from '../site/csv.ts'
import { wallClock } from '../text/zone-clock.ts'
import type { ReportedArticle } from './report.ts'
import type { DashboardWords } from './words.ts'

export type ExportTools = {
  tree: CategoryTree
  timeZone: string
  siteUrl: string
  words: DashboardWords
  genres: DeskWords['genres']
}

/** The list of a month's report as CSV, piece by piece. */
export async function* csvOfReport(
  batches: AsyncGenerator<ReportedArticle[]>,
  tools: ExportTools,
): AsyncGenerator<string> {
  const { words, timeZone } = tools
  yield csvStart +
    csvLine([
      words.at(timeZone),
      words.headline,
      words.author,
      words.account,
      words.unit,
      words.genre,
      words.category,
      words.pictures,
      words.words,
      words.state,
      words.address,
    ])
  for await (const batch of batches) yield batch.map((article) => csvOfArticle(article, tools)).join('')
}

function csvOfArticle(article: ReportedArticle, { tree, timeZone, siteUrl, words, genres }: ExportTools): string {
  return csvLine([
    // Every spreadsheet reads a date of this form as one, whatever its country.
    wallClock(article.publishedAt, timeZone).slice(0, 16).replace('T', ' '),
    article.title,
    article.author,
    article.account,
    article.unit,
    genres[article.genre],
    tree.find(article.categoryId)?.name ?? '',
    article.pictures,
    article.words,
    article.isWithdrawn ? words.withdrawn : '',
    siteUrl + articlePath(article),
  ])
}
