import type { Request, Response } from 'express'
import { malformed, notFound } from '../site/faults.ts'
import { readLine, type Submitted } from '../site/forms.ts'
import { abortedUpload } from '../site/incoming-files.ts'
import type { StaffHandler, StaffMember, Visit } from '../site/staff-router.ts'
import type { StaffTools } from './index.ts'
import type { Picture } from './picture.ts'
import { pictureChoice } from './picture-choice.ts'
import { pictureFiles } from './picture-files.ts'
import { headBytes, kindOf, readHead } from './picture-kind.ts'
import { limitNumbers, maxBytes } from './picture-limits.ts'
import { pictureReader } from './picture-store.ts'
import { type Received, receivePicture } from './receive-picture.ts'
import { isUploadName, type PartialUpload, uploadParts } from './upload-parts.ts'
import { mediaWords } from './words.ts'

type PartHandlers = Record<'tell' | 'take', StaffHandler>
/** `size` is that of the whole file, in bytes. */
type Part = { upload: PartialUpload; offset: number; size: number; originalName: string }

/** A script sends a file in parts, so that a lost line costs one part; the last makes the picture. Answers are JSON. */
export function partHandlers(tools: StaffTools): PartHandlers {
  const words = mediaWords[tools.config.language]
  const refusals = words.refusals(limitNumbers)
  const parts = uploadParts(pictureFiles(tools.config.uploads).incoming)
  const reader = pictureReader(tools.database.read)
  /** Whoever lost the answer asks again while the work goes on. */
  const working = new Map<string, Promise<Received | { issue: string }>>()

  return { tell, take }

  async function tell(req: Request, res: Response, { staff }: Visit) {
    const upload = uploadIn(req, staff)
    const known = await findFinished(upload)
    res.json(known ? { picture: pictureChoice(known), note: null } : { received: await parts.received(upload) })
  }

  async function take(req: Request, res: Response, { staff }: Visit) {
    const part = partIn(req, staff)
    const known = await findFinished(part.upload)
    if (known) return void res.status(201).json({ picture: pictureChoice(known), note: await noteAbout(known) })
    const refusal = await refusalBefore(part)
    if (refusal) return void res.status(refusal.status).json({ issue: refusal.issue })

    const received = await parts.write(part.upload, part.offset, bodyOf(req))
    if (received === 'too-large') return refuse(res, part.upload, 413, refusals['too-large'])
    if (received === 'gap') return void res.status(409).json({ received: await parts.received(part.upload) })
    if (received >= part.size) return finish(res, staff, part)
    const issue = part.offset === 0 ? await earlyIssue(part.upload, received) : null
    if (issue) return refuse(res, part.upload, 422, issue)
    res.json({ received })
  }

  /** Before a byte of it is read. */
  async function refusalBefore({ upload, offset, size }: Part): Promise<{ status: number; issue: string } | null> {
    if (size > maxBytes) return { status: 413, issue: refusals['too-large'] }
    const hasRoom = offset > 0 || (await parts.makeRoom(upload))
    return hasRoom ? null : { status: 429, issue: words.tooManyParts(limitNumbers) }
  }

  /** A phone on a weak line is told at once that a file cannot become a picture. */
  async function earlyIssue(upload: PartialUpload, received: number): Promise<string | null> {
    if (received < headBytes) return null
    const kind = await kindOf(await readHead(parts.pathOf(upload)))
    return 'refused' in kind ? refusals[kind.refused] : null
  }

  async function refuse(res: Response, upload: PartialUpload, status: number, issue: string) {
    await parts.discard(upload)
    res.status(status).json({ issue })
  }

  async function finish(res: Response, staff: StaffMember, { upload, originalName }: Part) {
    const path = parts.pathOf(upload)
    const work = working.get(path) ?? receivePicture(tools, staff, { path, originalName })
    working.set(path, work)
    const outcome = await work.finally(() => working.delete(path))
    if ('issue' in outcome) return refuse(res, upload, 422, outcome.issue)
    await parts.finish(upload, outcome.picture.id)
    const note = outcome.isKnown ? await noteAbout(outcome.picture) : null
    res.status(201).json({ picture: pictureChoice(outcome.picture), note })
  }

  async function findFinished(upload: PartialUpload): Promise<Picture | null> {
    const id = await parts.findFinished(upload)
    return id === null ? null : reader.find(id)
  }

  async function noteAbout({ id }: Picture): Promise<string> {
    return words.known((await reader.listUses(id)).length)
  }
}

function partIn(req: Request, staff: StaffMember): Part {
  const query = req.query as Submitted
  const [offset, size] = [wholeNumber(query, 'offset'), wholeNumber(query, 'size')]
  if (offset > size) malformed()
  return { upload: uploadIn(req, staff), offset, size, originalName: readLine(query, 'name') }
}

function uploadIn(req: Request, { id }: StaffMember): PartialUpload {
  const name = String(req.params['upload'])
  return isUploadName(name) ? { staffId: id, name } : notFound()
}

function wholeNumber(query: Submitted, field: string): number {
  const text = readLine(query, field)
  return /^\d{1,9}$/.test(text) ? Number(text) : malformed()
}

/** Ends as other uploads do when the sender leaves in the middle. Who stops reading still answers a sender who goes on. */
async function* bodyOf(req: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false })
  } catch (error) {
    throw req.complete ? error : abortedUpload()
  } finally {
    req.resume()
  }
}
