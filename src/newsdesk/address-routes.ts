import type { Request } from 'express'
import { type DeskArticle, findArticleFor } from '../articles/index.ts'
import type { Database } from '../database/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'

/** The article of the address, for somebody who may work on it; to anybody else it does not exist. */
export async function articleIn(req: Request, database: Database, staff: StaffMember): Promise<DeskArticle> {
  const id = idFrom(req.params['id']) ?? notFound()
  return (await findArticleFor(database, id, staff)) ?? notFound()
}

/** Null at the addresses of an article that is not there yet. */
export async function articleOrNew(req: Request, database: Database, staff: StaffMember): Promise<DeskArticle | null> {
  return req.params['id'] === undefined ? null : articleIn(req, database, staff)
}
