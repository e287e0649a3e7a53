import type { Request, Response } from 'express'
import { notFound } from '../site/faults.ts'
import type { Notice } from '../site/forms.ts'
import { createReceiver, type Upload, type UploadStop } from '../site/incoming-files.ts'
import { sendPieces } from '../site/send-pieces.ts'
import type { StaffMember, Visit } from '../site/staff-router.ts'
import { originalName } from '../text/file-name.ts'
import { formatBytes } from '../text/numbers.ts'
import { examineCsv } from './csv-lines.ts'
import { noCounts } from './import-addresses.ts'
import { type ImportJob, isRunning, isStill } from './import-job.ts'
import { importsPage, jobPage } from './import-page.ts'
import { importPath, importsPath } from './paths.ts'
import type { RedirectDesk } from './staff-routes.ts'

const field = 'addresses'
/** About 150,000 lines. A trial keeps each in mind, in the process that answers readers: longer lists are for the shell. */
const mostBytes = 16 * 1024 * 1024
const secondsToRenew = 3

export function importHandlers(tools: RedirectDesk) {
  const { config, world, words, jobs, runner, showNewsroom } = tools
  const receiveFiles = createReceiver(jobs.incoming, { field, fileBytes: mostBytes, files: 1 })

  async function show(req: Request, res: Response, visit: Visit) {
    await showImports(res, visit, 'bo' in req.query ? { kind: 'ok', text: words.discarded } : null, null)
  }

  async function receive(req: Request, res: Response, visit: Visit) {
    const outcome = await outcomeOf(await receiveFiles(req, res), visit.staff)
    if ('issue' in outcome) return showImports(res, visit, null, outcome.issue)
    await runner.start(outcome.job, 'checking')
    res.redirect(303, importPath(outcome.job.key))
  }

  async function outcomeOf(uploads: Upload[] | UploadStop, staff: StaffMember) {
    if ('stop' in uploads) return { issue: words.tooLarge(formatBytes(mostBytes)) }
    const [upload] = uploads
    if (!upload) return { issue: words.chooseFirst }
    try {
      const file = await examineCsv(upload.path)
      if (!file || file.bytes === 0) return { issue: file ? words.chooseFirst : words.notText }
      const job = newJob(upload, staff, file)
      await jobs.begin(job, upload.path)
      return { job }
    } finally {
      await jobs.removeIncoming(upload.path)
    }
  }

  const newJob = (upload: Upload, staff: StaffMember, file: ImportJob['file']): ImportJob => ({
    key: world.random(16).toString('hex'),
    name: originalName(upload.originalName) || words.chooseFile,
    by: { id: staff.id, name: staff.name },
    file: { encoding: file.encoding, delimiter: file.delimiter, bytes: file.bytes },
    phase: 'checking',
    readBytes: 0,
    counts: noCounts(),
    problems: [],
    receivedAt: world.clock.now(),
    movedAt: Date.now(),
  })

  async function showOne(req: Request, res: Response, { desk }: Visit) {
    const page = jobPage(await jobIn(req), { nowMs: Date.now(), timeZone: config.timeZone, words })
    // Works without script; nothing can be typed there that would be lost.
    if (page.isRunning) res.set('Refresh', String(secondsToRenew))
    await showNewsroom(res, 'redirects/import', page, desk)
  }

  /** What failed or stopped while it was looked through is looked through again. */
  async function start(req: Request, res: Response) {
    const job = await jobIn(req)
    const isStopped = isStill(job, Date.now())
    if (job.phase === 'checked' || (isStopped && job.phase === 'importing')) await runner.start(job, 'importing')
    else if (job.phase === 'failed' || isStopped) await runner.start(job, 'checking')
    res.redirect(303, importPath(job.key))
  }

  async function discard(req: Request, res: Response) {
    const job = await jobIn(req)
    if (isRunning(job) && !isStill(job, Date.now())) return res.redirect(303, importPath(job.key))
    await jobs.discard(job.key)
    res.redirect(303, `${importsPath}?bo`)
  }

  async function sendReport(req: Request, res: Response) {
    const job = await jobIn(req)
    const report = await jobs.openReport(job.key)
    if (!report) return notFound()
    res.attachment(`${words.reportName}.csv`).type('text/csv; charset=utf-8')
    await sendPieces(res, textOf(report))
  }

  async function showImports(res: Response, { desk }: Visit, notice: Notice, wrong: string | null) {
    const page = importsPage({
      jobs: await jobs.list(),
      formToken: desk.formToken,
      nowMs: Date.now(),
      timeZone: config.timeZone,
      ...{ field, mostBytes, notice, wrong, words },
    })
    await showNewsroom(res, 'redirects/imports', page, desk, wrong === null ? 200 : 422)
  }

  const jobIn = async (req: Request): Promise<ImportJob> =>
    (await jobs.find(String(req.params['key'] ?? ''))) ?? notFound()

  return { show, receive, showOne, start, discard, sendReport }
}

async function* textOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
}
