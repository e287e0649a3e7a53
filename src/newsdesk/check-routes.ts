import type { Request, Response } from 'express'
import { checksView } from '../checks/index.ts'
import type { Submitted } from '../site/forms.ts'
import { readArticle } from './article-form.ts'
import type { NewsdeskTools } from './index.ts'
import { readChecks } from './read-checks.ts'

export function checkHandlers(tools: NewsdeskTools) {
  /** The panel beside the text, anew. */
  async function showChecks(req: Request, res: Response) {
    const form = readArticle(req.body as Submitted, tools.config.timeZone)
    await tools.showPart(res, checksView, await readChecks(tools, form))
  }

  return { showChecks }
}
