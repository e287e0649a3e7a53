import type { Request, Response } from 'express'
import { type DeskFilter, deskArticleReader, deskTabs, sightOf } from '../articles/index.ts'
import { type CategoryTree, categoryReader } from '../categories/index.ts'
import { deskSearchReader, type Narrowing } from '../search/index.ts'
import { notFound } from '../site/faults.ts'
import { readId, readLine } from '../site/forms.ts'
import { countPages, pageNumber, pageParameter } from '../site/pagination.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import type { NewsdeskTools } from './index.ts'
import { articlesPerPage, type ListQuery, listPage, totalOf } from './list-page.ts'
import { wordingIn } from './wording.ts'

export function listHandlers({ database, config, world, showNewsroom, wordFiles }: NewsdeskTools) {
  const words = wordingIn(config.language)

  async function showList(req: Request, res: Response, { staff, desk }: Visit) {
    const now = world.clock.now()
    const query = queryFrom(req)
    const tree = await categoryReader(database.read).getTree()
    const found = query.typed === '' ? null : await deskSearchReader(database).narrowArticles(query.typed)
    const filter = filterFor(query, found, tree, staff)
    const reader = deskArticleReader(database.read)
    const counts = await reader.countByTab(filter, now)
    if (query.here > countPages(totalOf({ counts, query }), articlesPerPage)) notFound()
    const rows = await reader.list(filter, now, { here: query.here, perPage: articlesPerPage })
    const { timeZone } = config
    const page = listPage({ rows, counts, query, wordFilesPath: wordFiles.path, tree, now, timeZone, words })
    await showNewsroom(res, 'newsdesk/list', page, desk)
  }

  return { showList }
}

function queryFrom({ query }: Request): ListQuery {
  return {
    tab: deskTabs.find((tab) => tab === query['trang-thai']) ?? null,
    typed: readLine(query, 'q').slice(0, 200),
    categoryId: readId(query, 'chuyen-muc'),
    here: pageNumber(query[pageParameter]) ?? notFound(),
  }
}

function filterFor(
  { tab, categoryId }: ListQuery,
  found: Narrowing | null,
  tree: CategoryTree,
  staff: StaffMember,
): DeskFilter {
  return {
    tab,
    found,
    categoryIds: categoryId === null ? null : tree.branch(categoryId).map(({ id }) => id),
    ...sightOf(staff, tree),
  }
}
