import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { DocumentIntake } from '../documents/index.ts'
import type { Markdown } from '../markdown/index.ts'
import type { PictureIntake } from '../media/index.ts'
import type { Notice } from '../site/forms.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { createWordReader, type WordReader, wordFileForm, wordFileWords } from '../word-files/index.ts'
import { openingNotice } from './opening-notice.ts'
import { wordFilesPath } from './paths.ts'
import { wordDraftStaffRoutes } from './staff-routes.ts'
import { hoursOfLife } from './waiting-file.ts'
import { waitingFiles } from './waiting-files.ts'
import { wordDraftWords } from './words.ts'

export type WordDraftRoomTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone' | 'siteUrl'>
  database: Database
  world: World
  markdown: Markdown
  showNewsroom: ShowNewsroom
  pictures: PictureIntake
  documents: DocumentIntake
}

export type WordDraftTools = WordDraftRoomTools & { reader: WordReader }

/** A Word file on its way to a draft: received, looked at beside what readers would get, taken over. */
export function createWordDrafts(tools: WordDraftRoomTools) {
  const { config } = tools
  const reader = createWordReader()
  const files = waitingFiles(config.uploads)
  files.openIncoming()

  return {
    staffRoutes: wordDraftStaffRoutes({ ...tools, reader }),
    /** For the newsdesk: where files are opened, and what is said of a draft that came from one. */
    opening: {
      path: wordFilesPath,
      form: (formToken: string) =>
        wordFileForm({ path: wordFilesPath, formToken, words: wordFileWords[config.language] }),
      noticeFor: (staffId: number, key: string, articleId: number) => noticeFor(staffId, key, articleId),
    },
    /** For the start and once a minute. The machine writes the times of files, so its own clock is asked. */
    catchUp: () => files.removeOlderThan(new Date(Date.now() - hoursOfLife * 3_600_000)),
    inHand: reader.inHand,
    /** Ends after the file in hand. */
    close: (): Promise<void> => reader.close(),
  }

  async function noticeFor(staffId: number, key: string, articleId: number): Promise<Notice> {
    if (!/^[0-9a-f]{32}$/.test(key)) return null
    const opening = await files.findOpening({ staffId, key })
    return opening?.articleId === articleId ? openingNotice(opening, wordDraftWords[config.language]) : null
  }
}
