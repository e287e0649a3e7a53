import type { Request, Response } from 'express'
import { readText, type Submitted } from '../site/forms.ts'
import type { Visit } from '../site/staff-router.ts'
import { readArticle } from './article-form.ts'
import type { NewsdeskTools } from './index.ts'
import { previewBody, readPreview } from './read-preview.ts'
import { wordingIn } from './wording.ts'

export function previewHandlers(tools: NewsdeskTools) {
  const { config, show } = tools
  const words = wordingIn(config.language)

  /** Exactly the page that readers would get, of what stands in the form. */
  async function showTyped(req: Request, res: Response, _visit: Visit) {
    const { content } = readArticle(req.body as Submitted, config.timeZone)
    const page = await readPreview(tools, { content, article: null, audience: 'staff' })
    await show(res, 'news/article', { ...page, banner: words.previewBar })
  }

  /** The body as HTML, for the preview beside the text. */
  async function sendBody(req: Request, res: Response, _visit: Visit) {
    res.type('html').end(await previewBody(tools, readText(req.body as Submitted, 'body'), 'staff'))
  }

  return { showTyped, sendBody }
}
