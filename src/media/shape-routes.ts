import type { Request, Response } from 'express'
import { conflict, forbidden, notFound } from '../site/faults.ts'
import { idFrom, readLine, type Submitted } from '../site/forms.ts'
import { createReceiver, type Upload, type UploadStop } from '../site/incoming-files.ts'
import type { StaffHandler, Visit } from '../site/staff-router.ts'
import { isWhole } from './crop.ts'
import { cropPicture } from './crop-picture.ts'
import { focusPicture } from './focus-picture.ts'
import type { StaffTools } from './index.ts'
import { picturePath } from './paths.ts'
import type { Picture } from './picture.ts'
import { pictureFiles } from './picture-files.ts'
import { limitNumbers } from './picture-limits.ts'
import { pictureReader } from './picture-store.ts'
import { mayChange, readPicture, type Said } from './read-picture.ts'
import { replacePicture } from './replace-picture.ts'
import { judgeCrop, judgeFocus, readTypedCrop, readTypedFocus } from './shape-form.ts'
import { shapeWords } from './shape-words.ts'
import { uploadLimits } from './upload-form.ts'
import { becomeAgain, versionOf } from './use-version.ts'
import { versionReader } from './version-store.ts'
import { mediaWords } from './words.ts'

type ShapeHandlers = Record<'focus' | 'crop' | 'replace' | 'bringBack', StaffHandler>

/** How a picture is cut, and which of its versions is in use. */
export function shapeHandlers(tools: StaffTools): ShapeHandlers {
  const { config, database } = tools
  const words = shapeWords[config.language]
  const reader = pictureReader(database.read)
  const receive = createReceiver(pictureFiles(config.uploads).incoming, uploadLimits)

  return { focus, crop, replace, bringBack }

  async function focus(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const picture = await pictureSeen(req, form)
    const judged = judgeFocus(form, picture, words)
    if ('issues' in judged) return answerAgain(res, visit, picture, { ...judged, focus: readTypedFocus(form) })
    await focusPicture(tools, visit.staff, picture.id, judged.focus)
    res.redirect(303, `${picturePath(picture.id)}?diem#focus`)
  }

  async function crop(req: Request, res: Response, visit: Visit) {
    const form = req.body as Submitted
    const picture = await pictureSeen(req, form)
    await assertMayChange(visit, picture)
    const present = await versionOf(tools, picture.key)
    const judged = judgeCrop(form, await versionOf(tools, present.masterKey), words)
    if ('issues' in judged) return answerAgain(res, visit, picture, { ...judged, crop: readTypedCrop(form) })
    await cropPicture(tools, visit.staff, picture, judged.crop)
    res.redirect(303, `${picturePath(picture.id)}?${isWhole(judged.crop) ? 'nguyen' : 'cat'}`)
  }

  async function replace(req: Request, res: Response, visit: Visit) {
    const picture = await pictureIn(req)
    await assertMayChange(visit, picture)
    const uploads = await receive(req, res)
    const issue = 'stop' in uploads ? stopSentence(uploads) : await replaceBy(visit, picture, uploads)
    if (issue === null) return res.redirect(303, `${picturePath(picture.id)}?thay`)
    await answerAgain(res, visit, picture, { issues: [{ field: 'replacement', text: issue }] })
  }

  /** Only the first file counts; of none of them anything is left where it arrived. */
  async function replaceBy({ staff }: Visit, picture: Picture, uploads: Upload[]): Promise<string | null> {
    try {
      const [first] = uploads
      if (!first) return words.chooseOneFile
      return (await replacePicture(tools, staff, picture, first))?.issue ?? null
    } finally {
      for (const { path } of uploads) await pictureFiles(config.uploads).removeIncoming(path)
    }
  }

  function stopSentence({ stop }: UploadStop): string {
    return stop === 'too-many' ? words.chooseOneFile : mediaWords[config.language].refusals(limitNumbers)['too-large']
  }

  async function bringBack(req: Request, res: Response, visit: Visit) {
    const picture = await pictureIn(req)
    await assertMayChange(visit, picture)
    const version = await versionReader(database.read).find(picture.id, idFrom(req.params['version']) ?? notFound())
    if (!version) notFound()
    if (version.key !== picture.key) await becomeAgain(tools, visit.staff, picture, 'replaced', version)
    res.redirect(303, `${picturePath(picture.id)}?ban`)
  }

  async function answerAgain(res: Response, visit: Visit, picture: Picture, said: Said) {
    await tools.showNewsroom(res, 'media/picture', await readPicture(tools, visit, picture, said), visit.desk, 422)
  }

  async function assertMayChange({ staff }: Visit, picture: Picture) {
    if (!mayChange(staff, await reader.isLetThrough(picture.id))) forbidden()
  }

  /** The picture, still as it was on the page where the form stood. */
  async function pictureSeen(req: Request, form: Submitted): Promise<Picture> {
    const picture = await pictureIn(req)
    return picture.key === readLine(form, 'key') ? picture : conflict()
  }

  async function pictureIn(req: Request): Promise<Picture> {
    return (await reader.find(idFrom(req.params['id']) ?? notFound())) ?? notFound()
  }
}
