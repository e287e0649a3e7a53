import { isUnrenderable, renderBody } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import { type ChecksPart, checksPart } from '../checks/index.ts'
import { pictureReader } from '../media/index.ts'
import type { ArticleForm } from './article-form.ts'
import { type CheckTools, checkArticle } from './check-article.ts'
import { checkTypedPath } from './paths.ts'

/** The same checks as those of the button that publishes, told while there is time. */
export async function readChecks(tools: CheckTools, form: ArticleForm): Promise<ChecksPart> {
  const { read } = tools.database
  const { body, coverPictureId } = form.content
  const rendering = await renderBody(tools, body, 'public')
  const findings = await checkArticle(tools, {
    form,
    rendering: isUnrenderable(rendering) ? null : rendering,
    cover: coverPictureId === null ? null : await pictureReader(read).find(coverPictureId),
    tree: await categoryReader(read).getTree(),
  })
  return checksPart(findings, checkTypedPath, tools.config.language)
}
