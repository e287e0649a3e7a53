import type { Actor } from '../audit/index.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import type { ShowNewsroom } from '../site/show.ts'
import type { World } from '../site/world.ts'
import { createWorkshop } from './document-workshop.ts'
import { documentPublicRoutes } from './public-routes.ts'
import { type Received, receiveDocument } from './receive-document.ts'
import type { ReplaceTools } from './replace-file.ts'
import { documentStaffRoutes } from './staff-routes.ts'
import { sweepIncoming } from './sweep-incoming.ts'

export { type Document, downloadName } from './document.ts'
export { documentsField, readDocumentIds } from './document-form.ts'
export { documentType } from './document-kind.ts'
export { documentLabel } from './document-label.ts'
export { documentReader, documentWriter } from './document-store.ts'
export { createWorkshop, type DocumentWorkshop } from './document-workshop.ts'
export { documentTextsOf, eraseAttachments } from './edition-document-store.ts'
export { type FileRequest, sendDocument } from './file-routes.ts'
export { type FilesPart, filesPart } from './files-part.ts'
export { documentPath, libraryPath as documentsPath, publicPath, staffFilePath } from './paths.ts'
export { type DocumentPicker, documentPicker } from './picker-part.ts'
export { type ReceiveTools, receiveDocument } from './receive-document.ts'
export { type DocumentWords, documentWords } from './words.ts'

export type DocumentTools = {
  config: Pick<Config, 'uploads' | 'language' | 'timeZone' | 'siteUrl' | 'staffPort'>
  database: Database
  world: World
  showNewsroom: ShowNewsroom
  reindex: ReplaceTools['reindex']
}

/** For rooms in which documents come with something else; a file that was taken over leaves its place. */
export type DocumentIntake = { receive(by: Actor, upload: Upload): Promise<Received | { issue: string }> }

/** Documents: received, read, described, replaced, served. The database must have its tables. */
export function createDocuments(tools: DocumentTools) {
  const workshop = createWorkshop(tools.world)
  const swept = sweepIncoming({ uploads: tools.config.uploads, database: tools.database }).catch((error: unknown) =>
    tools.world.log.error({ err: error }, 'leftovers of uploads could not be removed'),
  )

  const intake: DocumentIntake = { receive: (by, upload) => receiveDocument({ ...tools, workshop }, by, upload) }

  return {
    publicRoutes: documentPublicRoutes(tools),
    staffRoutes: documentStaffRoutes({ ...tools, workshop }),
    intake,
    inHand: workshop.inHand,
    /** Ends after the document in hand. */
    async close(): Promise<void> {
      await swept
      await workshop.close()
    },
  }
}
