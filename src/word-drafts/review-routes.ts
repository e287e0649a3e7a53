import { basename, dirname } from 'node:path'
import type { Request, Response } from 'express'
import { deskArticlePath, openedWordFilePath } from '../newsdesk/index.ts'
import { notFound } from '../site/faults.ts'
import { idFrom, type Submitted } from '../site/forms.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import type { WordDraftTools } from './index.ts'
import { findOpened, openDraft } from './open-draft.ts'
import { type OpeningForm, proposedForm, readOpening } from './opening-form.ts'
import { wordFilesPath } from './paths.ts'
import { readReview, type Said } from './read-review.ts'
import { isUsable, type WaitingFile } from './waiting-file.ts'
import { waitingFiles } from './waiting-files.ts'
import { wordDraftWords } from './words.ts'

export function reviewHandlers(tools: WordDraftTools) {
  const { config, showNewsroom } = tools
  const files = waitingFiles(config.uploads)

  async function show(req: Request, res: Response, visit: Visit) {
    const file = await fileIn(req, visit.staff)
    const articleId = await findOpened(tools, file.key)
    if (articleId !== null) return res.redirect(303, deskArticlePath(articleId))
    await showReview(res, visit, file, proposedForm(file), {})
  }

  async function open(req: Request, res: Response, visit: Visit) {
    const file = await fileIn(req, visit.staff)
    const typed = readOpening(req.body as Submitted, file)
    const outcome = await openDraft(tools, visit.staff, file, typed)
    if ('articleId' in outcome) return res.redirect(303, openedWordFilePath(outcome.articleId, file.key))
    const { issues, hasReceived } = outcome
    const { receivedAnyway } = wordDraftWords[config.language]
    await showReview(res, visit, file, typed, {
      issues,
      notice: hasReceived ? { kind: 'warn', text: receivedAnyway } : null,
    })
  }

  /** Small, made by us, and nobody else's. */
  async function sendPicture(req: Request, res: Response, { staff }: Visit) {
    const { key, pictures } = await fileIn(req, staff)
    const at = (idFrom(req.params['number']) ?? notFound()) - 1
    if (!pictures[at] || !isUsable(pictures[at])) notFound()
    const path = files.smallPictureOf({ staffId: staff.id, key }, at)
    res.sendFile(basename(path), {
      root: dirname(path),
      headers: { 'Content-Type': 'image/jpeg', 'Content-Security-Policy': harmless, 'Cache-Control': 'no-store' },
      acceptRanges: false,
      cacheControl: false,
    })
  }

  async function discard(req: Request, res: Response, { staff }: Visit) {
    const { key } = await fileIn(req, staff)
    await files.discard({ staffId: staff.id, key })
    res.redirect(303, `${wordFilesPath}?bo`)
  }

  /** Somebody else's is not there. */
  async function fileIn(req: Request, { id: staffId }: StaffMember): Promise<WaitingFile> {
    const key = String(req.params['key'])
    if (!/^[0-9a-f]{32}$/.test(key)) notFound()
    return (await files.find({ staffId, key })) ?? notFound()
  }

  async function showReview(res: Response, { desk }: Visit, file: WaitingFile, typed: OpeningForm, said: Said) {
    const page = await readReview(tools, file, typed, said)
    await showNewsroom(res, 'word-drafts/review', page, desk, said.issues ? 422 : 200)
  }

  return { show, open, sendPicture, discard }
}

/** A picture is never a page: whatever its bytes say, they cannot run, load or frame anything. */
const harmless = "default-src 'none'; sandbox"
