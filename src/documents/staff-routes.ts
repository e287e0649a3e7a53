import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Notice, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { describeDocument } from './describe-document.ts'
import type { Description, Document } from './document.ts'
import { descriptionIssues, readDescription } from './document-form.ts'
import { documentPage } from './document-page.ts'
import { documentReader } from './document-store.ts'
import type { DocumentWorkshop } from './document-workshop.ts'
import { sendDocument } from './file-routes.ts'
import type { DocumentTools } from './index.ts'
import { choicesPath, documentPath, libraryPath } from './paths.ts'
import { documentChoice } from './picker-part.ts'
import { readLibrary, readWish } from './read-library.ts'
import { removeDocument } from './remove-document.ts'
import { mayReplace, replacementHandler } from './replacement-routes.ts'
import { uploadHandler } from './upload-routes.ts'
import { versionReader } from './version-store.ts'
import { documentWords } from './words.ts'

const choicesAtOnce = 30

type Said = { issues?: Issue[]; notice?: Notice; typed?: Description }

export function documentStaffRoutes(tools: DocumentTools & { workshop: DocumentWorkshop }): StaffRouter {
  const { config, database, showNewsroom } = tools
  const words = documentWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = documentReader(database.read)
  const versions = versionReader(database.read)
  const routes = createStaffRouter()
  routes.get(libraryPath, 'manage-pictures', showLibrary)
  routes.post(libraryPath, 'manage-pictures', uploadHandler(tools))
  routes.get(choicesPath, 'manage-pictures', listChoices)
  routes.get(`${libraryPath}/:id`, 'manage-pictures', openDocument)
  routes.post(`${libraryPath}/:id`, 'manage-pictures', saveDescription)
  routes.get(`${libraryPath}/:id/tep/:version`, 'manage-pictures', sendStaffFile)
  routes.post(`${libraryPath}/:id/thay`, 'manage-pictures', replacementHandler(tools, { documentIn, showDocument }))
  routes.post(`${libraryPath}/:id/xoa`, 'manage-pictures', remove)

  async function showLibrary(req: Request, res: Response, { desk }: Visit) {
    const page = await readLibrary(tools, desk, readWish(req.query), { notice: libraryNotice(req), issues: [] })
    await showNewsroom(res, 'documents/library', page, desk)
  }

  function libraryNotice({ query }: Request): Notice {
    if ('xoa' in query) return { kind: 'ok', text: words.removed }
    const [fresh, known] = [idFrom(query['xong']), idFrom(query['trung'])]
    const sentences = [...(fresh ? [words.received(fresh)] : []), ...(known ? [words.known(known)] : [])]
    return sentences.length === 0 ? null : { kind: 'ok', text: sentences.join(' ') }
  }

  async function listChoices(req: Request, res: Response) {
    const newest = await reader.listNewest(readWish(req.query), choicesAtOnce)
    res.json({ documents: newest.map((document) => documentChoice(document, words)) })
  }

  async function openDocument(req: Request, res: Response, visit: Visit) {
    await showDocument(res, visit, await documentIn(req), { notice: documentNotice(req) })
  }

  function documentNotice({ query }: Request): Notice {
    if ('thay' in query) return { kind: 'ok', text: words.replaced }
    return 'xong' in query ? { kind: 'ok', text: words.saved } : null
  }

  async function saveDescription(req: Request, res: Response, visit: Visit) {
    const document = await documentIn(req)
    const typed = readDescription(req.body as Submitted)
    const issues = descriptionIssues(typed, words, brokenLetters)
    if (issues.length > 0) return showDocument(res, visit, document, { issues, typed })
    await describeDocument(tools, visit.staff, document.id, typed)
    res.redirect(303, `${documentPath(document.id)}?xong`)
  }

  /** Drafts' documents and replaced files included, so nothing of it may stay in a cache. */
  async function sendStaffFile(req: Request, res: Response) {
    const document = await documentIn(req)
    const file = (await versions.find(document.id, idFrom(req.params['version']) ?? notFound())) ?? notFound()
    sendDocument(res, { uploads: config.uploads, document, file, cacheControl: 'no-store' })
  }

  async function remove(req: Request, res: Response, { staff }: Visit) {
    await removeDocument(tools, staff, (await documentIn(req)).id)
    res.redirect(303, `${libraryPath}?xoa`)
  }

  async function documentIn(req: Request): Promise<Document> {
    const id = idFrom(req.params['id']) ?? notFound()
    return (await reader.find(id)) ?? notFound()
  }

  async function showDocument(res: Response, { desk, staff }: Visit, document: Document, said: Said) {
    const { issues = [], notice = null, typed = document } = said
    const page = documentPage({
      document,
      description: typed,
      versions: await versions.listOf(document.id),
      uses: await reader.listUses(document.id),
      notice,
      issues,
      mayReplace: mayReplace(staff, document),
      formToken: desk.formToken,
      publicOrigin: config.staffPort ? config.siteUrl : '',
      timeZone: config.timeZone,
      words,
      toFix,
    })
    await showNewsroom(res, 'documents/document', page, desk, issues.length > 0 ? 422 : 200)
  }

  return routes
}
