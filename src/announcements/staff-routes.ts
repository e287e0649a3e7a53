import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { idFrom, type Notice } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { resend, resumeReceiver, sendTest } from './act-on-delivery.ts'
import type { AnnouncementTools } from './index.ts'
import {
  afterParameter,
  noticeParameter,
  receiversPath,
  resendPath,
  resumeReceiverPath,
  testReceiverPath,
  troubleParameter,
} from './paths.ts'
import { receiverReader } from './receiver-store.ts'
import { receiversPage } from './receivers-page.ts'
import { sentReader } from './sent-store.ts'
import { type AnnouncementWords, announcementWords } from './words.ts'

const perPage = 50
type Said = 'tested' | 'resumed' | 'resent' | 'notResent'

export function announcementStaffRoutes(tools: AnnouncementTools): StaffRouter {
  const { config, database, world, showNewsroom, articleDeskPath } = tools
  const words = announcementWords[config.language]
  const routes = createStaffRouter()
  routes.get(receiversPath, 'manage-agency', showReceivers)
  routes.post(testReceiverPath(':id'), 'manage-agency', test)
  routes.post(resumeReceiverPath(':id'), 'manage-agency', resume)
  routes.post(resendPath(':id'), 'manage-agency', sendAgain)

  async function showReceivers(req: Request, res: Response, { desk }: Visit) {
    const now = world.clock.now()
    const filter = troubleParameter in req.query ? 'trouble' : 'all'
    const after = idFrom(req.query[afterParameter])
    const page = receiversPage({
      receivers: await receiverReader(database.read).listAll(now),
      isStaging: config.isStaging,
      filter,
      rows: await sentReader(database.read).listBefore(after, filter, perPage + 1),
      perPage,
      isFirst: after === null,
      notice: noticeOf(req.query[noticeParameter], words),
      now,
      timeZone: config.timeZone,
      articleDeskPath,
      words,
    })
    await showNewsroom(res, 'announcements/receivers', page, desk)
  }

  async function test(req: Request, res: Response, { staff }: Visit) {
    await sendTest(tools, staff, idIn(req))
    back(res, 'tested')
  }

  async function resume(req: Request, res: Response, { staff }: Visit) {
    await resumeReceiver(tools, staff, idIn(req))
    back(res, 'resumed')
  }

  async function sendAgain(req: Request, res: Response, { staff }: Visit) {
    back(res, (await resend(tools, staff, idIn(req))) ? 'resent' : 'notResent')
  }

  return routes
}

const idIn = (req: Request): number => idFrom(req.params['id']) ?? notFound()

const back = (res: Response, said: Said) => res.redirect(303, `${receiversPath}?${noticeParameter}=${said}`)

function noticeOf(said: unknown, words: AnnouncementWords): Notice {
  if (said === 'notResent') return { kind: 'warn', text: words.notResent }
  return said === 'tested' || said === 'resumed' || said === 'resent' ? { kind: 'ok', text: words[said] } : null
}
