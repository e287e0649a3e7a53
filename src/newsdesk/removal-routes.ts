import type { Request, Response } from 'express'
import type { Visit } from '../site/staff-router.ts'
import { articleIn } from './address-routes.ts'
import { articlePath, articlesPath } from './paths.ts'
import { restoreArticle, takeDownArticle, trashArticle } from './remove-article.ts'
import type { DeskRouteTools } from './staff-routes.ts'

export function removalHandlers({ database, world }: DeskRouteTools) {
  async function takeDown(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, database, staff)
    await takeDownArticle({ database, world }, staff, article.id)
    res.redirect(303, `${articlePath(article.id)}?xong=go`)
  }

  async function trash(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, database, staff)
    await trashArticle({ database, world }, staff, article.id)
    res.redirect(303, `${articlesPath}?trang-thai=trash`)
  }

  async function restore(req: Request, res: Response, { staff }: Visit) {
    const article = await articleIn(req, database, staff)
    await restoreArticle({ database, world }, staff, article.id)
    res.redirect(303, `${articlePath(article.id)}?xong=khoi-phuc`)
  }

  return { takeDown, trash, restore }
}
