import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { idFrom, type Notice, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { describePicture } from './describe-picture.ts'
import { describingHandlers } from './describing-routes.ts'
import type { StaffTools } from './index.ts'
import { readWish } from './library-address.ts'
import { partHandlers } from './part-routes.ts'
import { chooserPath, describingPath, libraryPath, partsPath, staffFilesPath } from './paths.ts'
import type { Picture } from './picture.ts'
import { pictureChoices } from './picture-choice.ts'
import { brokenLetterIssues, consentIssues, descriptionIssues, readConsent, readDescription } from './picture-form.ts'
import { maxFilesAtOnce } from './picture-limits.ts'
import { pictureReader } from './picture-store.ts'
import { listWished, readLibrary } from './read-library.ts'
import { readPicture } from './read-picture.ts'
import { removePicture } from './remove-picture.ts'
import { shapeHandlers } from './shape-routes.ts'
import { shapeWords } from './shape-words.ts'
import { uploadHandler } from './upload-routes.ts'
import { sendVariant } from './variant-routes.ts'
import { versionReader } from './version-store.ts'
import { mediaWords } from './words.ts'

const choicesAtOnce = 24
/** As many pictures as one article may reasonably show. */
const mostNamed = 200

export function mediaStaffRoutes(tools: StaffTools): StaffRouter {
  const { config, database, showNewsroom } = tools
  const words = mediaWords[config.language]
  const { brokenLetters } = siteWords[config.language]
  const reader = pictureReader(database.read)
  const describing = describingHandlers(tools)
  const parts = partHandlers(tools)
  const shape = shapeHandlers(tools)
  const routes = createStaffRouter()
  routes.get(libraryPath, 'manage-pictures', showLibrary)
  routes.post(libraryPath, 'manage-pictures', uploadHandler(tools))
  routes.get(chooserPath, 'manage-pictures', listChoices)
  routes.get(describingPath, 'manage-pictures', describing.show)
  routes.post(describingPath, 'manage-pictures', describing.save)
  routes.get(`${partsPath}/:upload`, 'manage-pictures', parts.tell)
  routes.post(`${partsPath}/:upload`, 'manage-pictures', parts.take)
  routes.get(`${staffFilesPath}/:key/:file`, 'manage-pictures', sendStaffFile)
  routes.get(`${libraryPath}/:id`, 'manage-pictures', showPicture)
  routes.post(`${libraryPath}/:id`, 'manage-pictures', saveDescription)
  routes.post(`${libraryPath}/:id/diem-chinh`, 'manage-pictures', shape.focus)
  routes.post(`${libraryPath}/:id/cat`, 'manage-pictures', shape.crop)
  routes.post(`${libraryPath}/:id/thay`, 'manage-pictures', shape.replace)
  routes.post(`${libraryPath}/:id/ban/:version`, 'manage-pictures', shape.bringBack)
  routes.post(`${libraryPath}/:id/xoa`, 'manage-pictures', remove)

  async function showLibrary(req: Request, res: Response, { desk }: Visit) {
    const said = { notice: noticeFor(req), issues: [], known: await knownFor(req) }
    await showNewsroom(res, 'media/library', await readLibrary(tools, desk, readWish(req.query), said), desk)
  }

  function noticeFor({ query }: Request): Notice {
    if ('xoa' in query) return { kind: 'ok', text: words.removed }
    const count = idFrom(query['xong'])
    return count === null ? null : { kind: 'ok', text: words.received(count) }
  }

  const knownFor = ({ query }: Request) => listNamed(query['co'], maxFilesAtOnce)

  /** Of ids with dots between them. */
  async function listNamed(ids: unknown, most: number): Promise<Picture[]> {
    const named = String(ids ?? '')
      .split('.')
      .slice(0, most)
      .flatMap((id) => idFrom(id) ?? [])
    return [...(await reader.listByIds(named)).values()]
  }

  async function listChoices(req: Request, res: Response) {
    const wish = readWish(req.query)
    if ('so' in req.query)
      return void res.json(pictureChoices(await listNamed(req.query['so'], mostNamed), mostNamed, wish))
    res.json(pictureChoices(await listWished(tools, wish, choicesAtOnce + 1), choicesAtOnce, wish))
  }

  /** Drafts' pictures and older versions included, so nothing of it may stay in a cache. */
  async function sendStaffFile(req: Request, res: Response) {
    const files = await versionReader(database.read).findByKey(String(req.params['key']))
    sendVariant(res, { uploads: config.uploads, files, name: String(req.params['file']), cacheControl: 'no-store' })
  }

  async function showPicture(req: Request, res: Response, visit: Visit) {
    const page = await readPicture(tools, visit, await pictureIn(req), { notice: doneFor(req) })
    await showNewsroom(res, 'media/picture', page, visit.desk)
  }

  function doneFor({ query }: Request): Notice {
    const { focusSaved, cropped, uncropped, replaced, usedAgain } = shapeWords[config.language]
    const told = { xong: words.saved, diem: focusSaved, cat: cropped, nguyen: uncropped }
    const done = Object.entries(told).find(([sign]) => sign in query)
    if (done) return { kind: 'ok', text: done[1] }
    // What is written about the picture may be wrong now.
    if ('thay' in query) return { kind: 'warn', text: replaced }
    return 'ban' in query ? { kind: 'warn', text: usedAgain } : null
  }

  async function saveDescription(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const picture = await pictureIn(req)
    const description = readDescription(form)
    const consent = readConsent(form)
    const issues = [
      ...descriptionIssues(description, picture.originalName, words),
      ...brokenLetterIssues(description, brokenLetters),
      ...consentIssues(consent, words, brokenLetters),
    ]
    if (issues.length > 0) {
      const page = await readPicture(tools, visit, picture, { issues, description, consent })
      return showNewsroom(res, 'media/picture', page, visit.desk, 422)
    }
    await describePicture(tools, visit.staff, picture.id, description, consent)
    res.redirect(303, `${libraryPath}/${picture.id}?xong`)
  }

  async function remove(req: Request, res: Response, { staff }: Visit) {
    await removePicture(tools, staff, (await pictureIn(req)).id)
    res.redirect(303, `${libraryPath}?xoa`)
  }

  async function pictureIn(req: Request): Promise<Picture> {
    const id = idFrom(req.params['id']) ?? notFound()
    return (await reader.find(id)) ?? notFound()
  }

  return routes
}
