import type { Request, Response } from 'express'
import { isTicked, readLine, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { changeRules } from './change-rules.ts'
import type { RulesTools } from './index.ts'
import { rulesPath } from './paths.ts'
import type { Rules } from './rules.ts'
import { rulesNote, rulesPage } from './rules-page.ts'
import { rulesReader } from './rules-store.ts'
import { rulesWords } from './words.ts'

export function rulesStaffRoutes({ database, config, world, showNewsroom }: RulesTools): StaffRouter {
  const words = rulesWords[config.language]
  const routes = createStaffRouter()
  routes.get(rulesPath, 'manage-agency', showRules)
  routes.post(rulesPath, 'manage-agency', saveRules)

  async function showRules(req: Request, res: Response, { desk }: Visit) {
    const rules = await rulesReader(database.read).get()
    await showNewsroom(res, 'rules/rules', rulesPage(rules, 'xong' in req.query, words), desk)
  }

  async function saveRules(req: Request, res: Response, { staff }: Visit) {
    const rules = readRules(req.body as Submitted)
    const said = { title: words.title, note: rulesNote(rules, words) }
    await changeRules({ database, now: world.clock.now() }, staff, rules, said)
    res.redirect(303, `${rulesPath}?xong`)
  }

  return routes
}

/** Every form of these choices means something, so there is nothing to refuse. */
const readRules = (form: Submitted): Rules => ({
  gates: readLine(form, 'gates') === '2' ? 2 : 1,
  fourEyes: isTicked(form, 'fourEyes'),
  readerReports: isTicked(form, 'readerReports'),
  secondFactor: isTicked(form, 'secondFactor'),
})
