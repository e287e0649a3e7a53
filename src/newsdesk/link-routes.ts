import type { Request, Response } from 'express'
import { categoryReader } from '../categories/index.ts'
import { articlePath } from '../news/index.ts'
import { listSuggestions } from '../search/index.ts'
import { readLine } from '../site/forms.ts'
import { shortDate } from '../text/dates.ts'
import type { NewsdeskTools } from './index.ts'
import { articleWordsParameter } from './paths.ts'

/** An article that a link may lead to; `note` tells it from others of its name. */
export type LinkTarget = { title: string; path: string; note: string }

export function linkHandlers({ database, config, world }: NewsdeskTools) {
  /** Of the whole portal, whatever categories she works in: readers may read them all. */
  async function sendTargets(req: Request, res: Response) {
    const typed = readLine(req.query, articleWordsParameter)
    const articles = await listSuggestions({ database, now: world.clock.now() }, typed)
    const tree = await categoryReader(database.read).getTree()
    const targets: LinkTarget[] = articles.map((article) => ({
      title: article.title,
      path: articlePath(article),
      note: [shortDate(article.publishedAt, config.timeZone), tree.find(article.categoryId)?.name]
        .filter(Boolean)
        .join(' · '),
    }))
    res.json(targets)
  }

  return { sendTargets }
}
