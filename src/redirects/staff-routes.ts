import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Notice, readLine, type Submitted } from '../site/forms.ts'
import { sendCsv } from '../site/send-csv.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { dayOf } from '../text/dates.ts'
import { type AddressForm, addressIssues, readAddressForm } from './address-form.ts'
import { addressPage } from './address-page.ts'
import { exportAddresses } from './export-addresses.ts'
import { type Finding, pathOf } from './find-redirect.ts'
import type { ImportJobs } from './import-jobs.ts'
import { importHandlers } from './import-routes.ts'
import type { RedirectRoom } from './index.ts'
import { addAddress, changeAddress, removeAddress } from './keep-address.ts'
import { type Entry, legacyAddressReader } from './legacy-address-store.ts'
import { listPage } from './list-page.ts'
import { missedHandlers } from './missed-routes.ts'
import * as paths from './paths.ts'
import type { ImportRunner } from './run-imports.ts'
import { showTargets } from './show-targets.ts'
import { suggestTargets } from './suggest-targets.ts'
import type { Target } from './target.ts'
import { tryAddress } from './try-address.ts'
import type { RedirectWords } from './words.ts'

export type RedirectDesk = RedirectRoom & { words: RedirectWords; jobs: ImportJobs; runner: ImportRunner }

const perPage = 50
const permission = 'manage-categories'

export function redirectStaffRoutes(tools: RedirectDesk): StaffRouter {
  const { database, config, world, pages, words, showNewsroom } = tools
  const { toFix } = siteWords[config.language]
  const reader = legacyAddressReader(database.read)
  const missed = missedHandlers(tools)
  const imports = importHandlers(tools)
  const routes = createStaffRouter()
  routes.get(paths.addressesPath, permission, showList)
  routes.get(paths.newAddressPath, permission, showNew)
  routes.post(paths.newAddressPath, permission, add)
  routes.get(paths.exportPath, permission, exportAll)
  routes.get(paths.addressPath(':id'), permission, showOne)
  routes.post(paths.addressPath(':id'), permission, save)
  routes.post(paths.removeAddressPath(':id'), permission, remove)
  routes.get(paths.missedPath, permission, missed.show)
  routes.post(paths.ignoreMissedPath(':id'), permission, missed.ignore)
  routes.get(paths.importsPath, permission, imports.show)
  routes.post(paths.importsPath, permission, imports.receive)
  routes.get(paths.importPath(':key'), permission, imports.showOne)
  routes.post(paths.startImportPath(':key'), permission, imports.start)
  routes.post(paths.discardImportPath(':key'), permission, imports.discard)
  routes.get(paths.importReportPath(':key'), permission, imports.sendReport)

  const finding = (): Finding => ({ database: database.read, pages, now: world.clock.now() })

  async function showList(req: Request, res: Response, { desk }: Visit) {
    const asked = readLine(req.query, paths.wordsParameter).toLowerCase()
    const after = readLine(req.query, paths.afterParameter)
    const tried = readLine(req.query, paths.tryParameter)
    const { entries, lastKey } = await reader.listAfter(after, asked, perPage)
    const page = listPage({
      entries: await showTargets(finding(), entries, words),
      ...{ lastKey, after, asked, tried, words, timeZone: config.timeZone },
      trial: tried === '' ? null : await tryAddress(finding(), tried),
      notice: noticeFor(req),
      hasAny: await reader.hasAny(),
    })
    await showNewsroom(res, 'redirects/list', page, desk)
  }

  async function showNew(req: Request, res: Response, visit: Visit) {
    const typed = { old: readLine(req.query, paths.oldParameter), target: readLine(req.query, paths.targetParameter) }
    await showForm(res, visit, typed, null, [])
  }

  async function add(req: Request, res: Response, visit: Visit) {
    const typed = readAddressForm(req.body as Submitted)
    const issues = addressIssues(await addAddress(tools, visit.staff, typed), words)
    if (issues.length > 0) return showForm(res, visit, typed, null, issues)
    tools.homeMemory.forget()
    res.redirect(303, `${paths.addressesPath}?xong=them`)
  }

  async function showOne(req: Request, res: Response, visit: Visit) {
    const entry = await entryIn(req)
    await showForm(res, visit, { old: entry.oldAddress, target: await writtenTarget(entry.target) }, entry, [])
  }

  async function save(req: Request, res: Response, visit: Visit) {
    const entry = await entryIn(req)
    const typed = readAddressForm(req.body as Submitted)
    const issues = addressIssues(await changeAddress(tools, visit.staff, entry, typed), words)
    if (issues.length > 0) return showForm(res, visit, typed, entry, issues)
    tools.homeMemory.forget()
    res.redirect(303, `${paths.addressesPath}?xong=luu`)
  }

  async function remove(req: Request, res: Response, { staff }: Visit) {
    await removeAddress(tools, staff, await entryIn(req))
    tools.homeMemory.forget()
    res.redirect(303, `${paths.addressesPath}?xong=xoa`)
  }

  async function exportAll(_req: Request, res: Response) {
    const { timeZone } = config
    await sendCsv(res, `${words.fileName}-${dayOf(world.clock.now(), timeZone)}.csv`, exportAddresses(finding()))
  }

  async function showForm(
    res: Response,
    { desk }: Visit,
    typed: AddressForm,
    entry: Entry | null,
    issues: readonly Issue[],
  ) {
    const page = addressPage(typed, {
      action: entry ? paths.addressPath(entry.id) : paths.newAddressPath,
      removalPath: entry && paths.removeAddressPath(entry.id),
      suggested: entry ? [] : await suggestTargets({ database, now: world.clock.now() }, typed.old),
      ...{ issues, words, toFix },
    })
    await showNewsroom(res, 'redirects/address', page, desk, issues.length > 0 ? 422 : 200)
  }

  async function writtenTarget(target: Target): Promise<string> {
    return (await pathOf(finding(), target)) ?? (target.kind === 'article' ? String(target.id) : '')
  }

  function noticeFor(req: Request): Notice {
    const said: Record<string, string> = { them: words.added, luu: words.saved, xoa: words.removed }
    const text = said[readLine(req.query, 'xong')]
    return text === undefined ? null : { kind: 'ok', text }
  }

  const entryIn = async (req: Request): Promise<Entry> =>
    (await reader.find(idFrom(req.params['id']) ?? notFound())) ?? notFound()

  return routes
}
