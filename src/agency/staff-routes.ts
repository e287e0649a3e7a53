import type { Request, Response } from 'express'
import type { Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { agencyIssues, readAgency, readLinks } from './agency-form.ts'
import { agencySettingsPage, linksSettingsPage, linksText } from './agency-page.ts'
import { agencyReader } from './agency-store.ts'
import { changeAgency, changeLinks } from './change-agency.ts'
import type { AgencyTools } from './index.ts'
import { agencyPath, linksPath } from './paths.ts'
import { agencyWords } from './words.ts'

export function agencyStaffRoutes({ database, config, world, showNewsroom }: AgencyTools): StaffRouter {
  const words = agencyWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = agencyReader(database.read)
  const routes = createStaffRouter()
  routes.get(agencyPath, 'manage-agency', showAgency)
  routes.post(agencyPath, 'manage-agency', saveAgency)
  routes.get(linksPath, 'manage-agency', showLinks)
  routes.post(linksPath, 'manage-agency', saveLinks)

  async function showAgency(req: Request, res: Response, { desk }: Visit) {
    const state = { issues: [], isSaved: 'xong' in req.query, words, toFix }
    await showNewsroom(res, 'agency/settings', agencySettingsPage(await reader.getAgency(), state), desk)
  }

  async function saveAgency(req: Request, res: Response, { staff, desk }: Visit) {
    const agency = readAgency(req.body as Submitted)
    const issues = agencyIssues(agency, words, brokenLetters)
    if (issues.length > 0) {
      const page = agencySettingsPage(agency, { issues, isSaved: false, words, toFix })
      return showNewsroom(res, 'agency/settings', page, desk, 422)
    }
    await changeAgency({ database, now: world.clock.now() }, staff, agency)
    res.redirect(303, `${agencyPath}?xong`)
  }

  async function showLinks(req: Request, res: Response, { desk }: Visit) {
    const state = { issues: [], isSaved: 'xong' in req.query, words, toFix }
    await showNewsroom(res, 'agency/settings', linksSettingsPage(linksText(await reader.listLinks()), state), desk)
  }

  async function saveLinks(req: Request, res: Response, { staff, desk }: Visit) {
    const { text, links, issues } = readLinks(req.body as Submitted, words)
    if (issues.length > 0) {
      const page = linksSettingsPage(text, { issues, isSaved: false, words, toFix })
      return showNewsroom(res, 'agency/settings', page, desk, 422)
    }
    await changeLinks({ database, now: world.clock.now() }, staff, links)
    res.redirect(303, `${linksPath}?xong`)
  }

  return routes
}
