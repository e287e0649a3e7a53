import type { Request, Response } from 'express'
import { articlesPath } from '../newsdesk/index.ts'
import type { Notice } from '../site/forms.ts'
import { createReceiver, type Upload, type UploadStop } from '../site/incoming-files.ts'
import type { Visit } from '../site/staff-router.ts'
import { wordFileForm, wordFileLimits, wordFileWords } from '../word-files/index.ts'
import type { WordDraftTools } from './index.ts'
import { openPage } from './open-page.ts'
import { waitingPath, wordFilesPath } from './paths.ts'
import { receiveFile } from './receive-file.ts'
import { waitingFiles } from './waiting-files.ts'
import { wordDraftWords } from './words.ts'

type Outcome = { key: string } | { issue: string }

/** Answers a script with JSON, and a form with a page. */
export function uploadHandlers(tools: WordDraftTools) {
  const { config, showNewsroom } = tools
  const words = wordDraftWords[config.language]
  const fileWords = wordFileWords[config.language]
  const files = waitingFiles(config.uploads)
  const receive = createReceiver(files.incoming, wordFileLimits)

  async function show(req: Request, res: Response, visit: Visit) {
    await showPage(res, visit, { notice: 'bo' in req.query ? { kind: 'ok', text: words.discarded } : null })
  }

  async function take(req: Request, res: Response, visit: Visit) {
    const outcome = await outcomeOf(await receive(req, res), visit.staff.id)
    const isScript = req.accepts('html', 'json') === 'json'
    if ('issue' in outcome)
      return isScript ? void res.status(422).json(outcome) : showPage(res, visit, { wrong: outcome.issue })
    const path = waitingPath(outcome.key)
    if (isScript) res.status(201).json({ path })
    else res.redirect(303, path)
  }

  async function outcomeOf(uploads: Upload[] | UploadStop, staffId: number): Promise<Outcome> {
    if ('stop' in uploads) return { issue: fileWords.refusals['too-large'] }
    const [upload] = uploads
    if (!upload) return { issue: fileWords.upload.chooseFirst }
    try {
      return await receiveFile(tools, staffId, upload)
    } finally {
      await files.removeIncoming(upload.path)
    }
  }

  async function showPage(
    res: Response,
    { staff, desk }: Visit,
    { notice = null, wrong = null }: { notice?: Notice; wrong?: string | null },
  ) {
    const page = openPage({
      listPath: articlesPath,
      notice,
      upload: wordFileForm({ path: wordFilesPath, formToken: desk.formToken, words: fileWords, wrong }),
      waiting: await files.listWaiting(staff.id),
      timeZone: config.timeZone,
      words,
    })
    await showNewsroom(res, 'word-drafts/open', page, desk, wrong ? 422 : 200)
  }

  return { show, take }
}
