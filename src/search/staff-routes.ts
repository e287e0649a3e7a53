import type { Request, Response } from 'express'
import type { Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { changeSynonyms } from './change-synonyms.ts'
import type { SearchTools } from './index.ts'
import { synonymsPath } from './paths.ts'
import { readSynonyms } from './synonym-form.ts'
import { synonymPage } from './synonym-page.ts'
import { synonymReader } from './synonym-store.ts'
import { searchWords } from './words.ts'

export function searchStaffRoutes({ database, config, world, showNewsroom }: SearchTools): StaffRouter {
  const words = searchWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const routes = createStaffRouter()
  routes.get(synonymsPath, 'manage-categories', showSynonyms)
  routes.post(synonymsPath, 'manage-categories', saveSynonyms)

  async function showSynonyms(req: Request, res: Response, { desk }: Visit) {
    const lines = await synonymReader(database.read).listLines()
    const page = synonymPage(lines.join('\n'), { issues: [], isSaved: 'xong' in req.query, words, toFix })
    await showNewsroom(res, 'search/synonyms', page, desk)
  }

  async function saveSynonyms(req: Request, res: Response, { staff, desk }: Visit) {
    const { text, lines, issues } = readSynonyms(req.body as Submitted, words, brokenLetters)
    if (issues.length > 0) {
      const page = synonymPage(text, { issues, isSaved: false, words, toFix })
      return showNewsroom(res, 'search/synonyms', page, desk, 422)
    }
    const tools = { database, now: world.clock.now(), title: words.synonymsTitle }
    await changeSynonyms(tools, staff, lines)
    res.redirect(303, `${synonymsPath}?xong`)
  }

  return routes
}
