import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import { type Issue, idFrom, type Notice, type Submitted } from '../site/forms.ts'
import { createStaffRouter, type StaffRouter, type Visit } from '../site/staff-router.ts'
import { siteWords } from '../site/words.ts'
import { describePicture } from './describe-picture.ts'
import type { MediaTools } from './index.ts'
import { readWish } from './library-address.ts'
import { chooserPath, libraryPath, staffFilesPath } from './paths.ts'
import type { Description, Picture } from './picture.ts'
import { pictureChoices } from './picture-choice.ts'
import { brokenLetterIssues, descriptionIssues, readDescription } from './picture-form.ts'
import { type PicturePage, picturePage } from './picture-page.ts'
import { pictureReader } from './picture-store.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import { listWished, readLibrary } from './read-library.ts'
import { removePicture } from './remove-picture.ts'
import { uploadHandler } from './upload-routes.ts'
import { sendVariant } from './variant-routes.ts'
import { mediaWords } from './words.ts'

const choicesAtOnce = 24

export function mediaStaffRoutes(tools: MediaTools & { workshop: PictureWorkshop }): StaffRouter {
  const { config, database, showNewsroom } = tools
  const words = mediaWords[config.language]
  const { toFix, brokenLetters } = siteWords[config.language]
  const reader = pictureReader(database.read)
  const routes = createStaffRouter()
  routes.get(libraryPath, 'manage-pictures', showLibrary)
  routes.post(libraryPath, 'manage-pictures', uploadHandler(tools))
  routes.get(chooserPath, 'manage-pictures', listChoices)
  routes.get(`${staffFilesPath}/:key/:file`, 'manage-pictures', sendStaffFile)
  routes.get(`${libraryPath}/:id`, 'manage-pictures', showPicture)
  routes.post(`${libraryPath}/:id`, 'manage-pictures', saveDescription)
  routes.post(`${libraryPath}/:id/xoa`, 'manage-pictures', remove)

  async function showLibrary(req: Request, res: Response, { desk }: Visit) {
    const page = await readLibrary(tools, desk, readWish(req.query), { notice: noticeFor(req), issues: [] })
    await showNewsroom(res, 'media/library', page, desk)
  }

  function noticeFor({ query }: Request): Notice {
    if ('xoa' in query) return { kind: 'ok', text: words.removed }
    const count = idFrom(query['xong'])
    return count === null ? null : { kind: 'ok', text: words.received(count) }
  }

  async function listChoices(req: Request, res: Response) {
    const wish = readWish(req.query)
    res.json(pictureChoices(await listWished(tools, wish, choicesAtOnce + 1), choicesAtOnce, wish))
  }

  /** Drafts' pictures included, so nothing of it may stay in a cache. */
  async function sendStaffFile(req: Request, res: Response) {
    const picture = await reader.findByKey(String(req.params['key']))
    sendVariant(res, { uploads: config.uploads, picture, name: String(req.params['file']), cacheControl: 'no-store' })
  }

  async function showPicture(req: Request, res: Response, { desk }: Visit) {
    const picture = await pictureIn(req)
    const page = await readPage(picture, picture, { issues: [], isSaved: 'xong' in req.query })
    await showNewsroom(res, 'media/picture', page, desk)
  }

  async function saveDescription(req: Request, res: Response, { staff, desk }: Visit) {
    const picture = await pictureIn(req)
    const description = readDescription(req.body as Submitted)
    const issues = [
      ...descriptionIssues(description, picture.originalName, words),
      ...brokenLetterIssues(description, brokenLetters),
    ]
    if (issues.length > 0) {
      const page = await readPage(picture, description, { issues, isSaved: false })
      return showNewsroom(res, 'media/picture', page, desk, 422)
    }
    await describePicture(tools, staff, picture.id, description)
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

  async function readPage(
    picture: Picture,
    description: Description,
    said: { issues: Issue[]; isSaved: boolean },
  ): Promise<PicturePage> {
    const uses = await reader.listUses(picture.id)
    const uploader = await reader.findUploader(picture.id)
    return picturePage({ picture, description, uses, uploader, timeZone: config.timeZone, words, toFix, ...said })
  }

  return routes
}
