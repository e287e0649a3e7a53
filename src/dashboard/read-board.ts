import { autosaveReader, sightOf } from '../articles/index.ts'
import { categoryReader } from '../categories/index.ts'
import { mentionReader } from '../discussion/index.ts'
import { deskWordingIn } from '../newsdesk/index.ts'
import { openReports, reportWords } from '../reader-reports/index.ts'
import { rulesReader } from '../rules/index.ts'
import { readLine } from '../site/forms.ts'
import type { StaffMember } from '../site/staff-router.ts'
import { workingDaysBefore } from '../text/working-days.ts'
import { gateFor, mostRows, stagesToPass, type WaitingArticle } from './board.ts'
import { type BoardPage, boardPage } from './board-page.ts'
import { boardReader } from './board-store.ts'
import type { DashboardTools } from './index.ts'
import { monthNameOf, monthOf } from './month.ts'
import { monthReader } from './month-store.ts'
import { dashboardWords } from './words.ts'

const oneDay = 24 * 60 * 60_000
const daysAhead = 3
/** A scope may be narrow, so that looking back has an end. */
const daysBack = 90
const workingDaysToWait = 2

/** The newsroom as it stands for this person, now. */
export async function readBoard({ database, config, world }: DashboardTools, staff: StaffMember): Promise<BoardPage> {
  const { language, timeZone } = config
  const { read } = database
  const now = world.clock.now()
  const rules = await rulesReader(read).get()
  const tree = await categoryReader(read).getTree()
  const sight = sightOf(staff, tree)
  const articles = boardReader(read, sight)
  const reviewer = { staff, rules, now }
  const lateSince = workingDaysBefore(now, workingDaysToWait, timeZone)
  const month = monthNameOf(now, timeZone)

  return boardPage({
    reviewer,
    waiting: await listWaiting(),
    mentions: await listMentions(),
    drafts: await articles.listDrafts(staff.id, mostRows),
    unsaved: await listUnsaved(),
    coming: await articles.listComing(now, daysFrom(now, daysAhead), mostRows),
    late: await articles.listSubmittedBefore(lateSince, mostRows),
    lateSince,
    overdue: await openReports(database, staff).listOverdue(now, mostRows),
    published: await articles.listPublished(daysFrom(now, -daysBack), now, mostRows),
    month,
    counts: await monthReader(read, sight).count(monthOf(month, timeZone), now),
    tree,
    timeZone,
    words: dashboardWords[language],
    deskWords: deskWordingIn(language),
    reportWords: reportWords[language],
  })

  /** The question narrows, so that what others must pass fills no list; the table of transitions has the last word. */
  async function listWaiting(): Promise<WaitingArticle[]> {
    const wish = {
      staffId: staff.id,
      stages: stagesToPass(reviewer),
      notSignedBy: rules.fourEyes ? staff.id : null,
      mayCountersign: staff.may('publish-articles'),
    }
    const found = await articles.listWaiting(wish, mostRows)
    return found.filter((article) => article.kind !== 'passing' || gateFor(article, reviewer) !== null)
  }

  async function listMentions() {
    const mentions = await mentionReader(read).listUnseen(staff.id, mostRows)
    const visible = await articles.keepVisible(mentions.map(({ articleId }) => articleId))
    return mentions.filter(({ articleId }) => visible.has(articleId))
  }

  async function listUnsaved() {
    const autosaves = await autosaveReader(read).listNew(staff.id, mostRows)
    return autosaves.map(({ formKey, form, savedAt }) => ({ formKey, title: readLine(form, 'title'), savedAt }))
  }
}

const daysFrom = (now: string, days: number) => new Date(Date.parse(now) + days * oneDay).toISOString()
