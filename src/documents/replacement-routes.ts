import type { Request, Response } from 'express'
import { forbidden } from '../site/faults.ts'
import type { Issue } from '../site/forms.ts'
import { createReceiver, type Upload, type UploadStop } from '../site/incoming-files.ts'
import type { StaffHandler, StaffMember, Visit } from '../site/staff-router.ts'
import type { Document } from './document.ts'
import { documentFiles } from './document-files.ts'
import { limitNumbers } from './document-limits.ts'
import type { DocumentWorkshop } from './document-workshop.ts'
import type { DocumentTools } from './index.ts'
import { documentPath } from './paths.ts'
import { withUploads } from './receive-uploads.ts'
import { replaceFile } from './replace-file.ts'
import { uploadField, uploadLimits } from './upload-form.ts'
import { documentWords } from './words.ts'

export type ReplacementPages = {
  documentIn(req: Request): Promise<Document>
  showDocument(res: Response, visit: Visit, document: Document, said: { issues: Issue[] }): Promise<void>
}

/** What readers have went through the gates of an article; its file must not change past those who may publish. */
export const mayReplace = (staff: StaffMember, { publicSince }: Document): boolean =>
  publicSince === null || staff.may('publish-articles')

export function replacementHandler(
  tools: DocumentTools & { workshop: DocumentWorkshop },
  { documentIn, showDocument }: ReplacementPages,
): StaffHandler {
  const words = documentWords[tools.config.language]
  const receive = createReceiver(documentFiles(tools.config.uploads).incoming, uploadLimits)

  return async (req, res, visit) => {
    const document = await documentIn(req)
    if (!mayReplace(visit.staff, document)) forbidden()
    const uploads = await receive(req, res)
    const issue = 'stop' in uploads ? stopSentence(uploads) : await replace(visit, document, uploads)
    if (issue === null) return res.redirect(303, `${documentPath(document.id)}?thay`)
    await showDocument(res, visit, document, { issues: [{ field: uploadField, text: issue }] })
  }

  /** A sentence when nothing was replaced. */
  function replace({ staff }: Visit, document: Document, uploads: Upload[]): Promise<string | null> {
    return withUploads(tools, uploads, async () => {
      const [upload, another] = uploads
      if (!upload || another) return words.chooseOne
      const outcome = await replaceFile(tools, staff, document, upload)
      return 'issue' in outcome ? outcome.issue : null
    })
  }

  function stopSentence({ stop }: UploadStop): string {
    return stop === 'too-many' ? words.chooseOne : words.refusals(limitNumbers)['too-large']
  }
}
