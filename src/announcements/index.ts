import type { Router } from 'express'
import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../database/index.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { StaffRouter } from '../site/staff-router.ts'
import type { World } from '../site/world.ts'
import { createDeliverer } from './deliver-announcements.ts'
import { announcementPublicRoutes } from './public-routes.ts'
import { type ReceiverSettings, receiversIn } from './receiver.ts'
import { receiverWriter } from './receiver-store.ts'
import { announcementStaffRoutes } from './staff-routes.ts'
import { sweepAnnouncements } from './sweep-announcements.ts'

export type { Announcement, ArticleType } from './announcement.ts'
export { announcementWriter } from './announcement-store.ts'
export { receiversPath } from './paths.ts'
export { type ReceiverState, receiverReader } from './receiver-store.ts'
export { announcementWords } from './words.ts'

export type AnnouncementTools = {
  config: ReceiverSettings & Pick<Config, 'language' | 'timeZone'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  /** Where staff open an article. */
  articleDeskPath: (id: number) => string
}

export type Announcements = {
  publicRoutes: Router
  staffRoutes: StaffRouter
  /** Before anybody may publish: whoever stands in the settings is told of what happens from now on, and nobody else. */
  settle(): Promise<void>
  /** Tells what waits, in every few seconds; a call while another is under way does no harm. */
  deliver(): Promise<void>
  /** Once a minute. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

/** What others are told of articles: webhooks and search engines, if the settings name any. */
export function createAnnouncements(tools: AnnouncementTools): Announcements {
  const { config, database, world } = tools
  const receivers = receiversIn(config)
  const deliverer = createDeliverer(tools, receivers)

  return {
    publicRoutes: announcementPublicRoutes(config),
    staffRoutes: announcementStaffRoutes(tools),
    settle: () =>
      inTransaction(database, (transaction) => receiverWriter(transaction, world.clock.now()).settle(receivers)),
    deliver: deliverer.deliver,
    catchUp: async () => {
      if (receivers.length > 0) await sweepAnnouncements(tools)
    },
    close: deliverer.close,
  }
}
