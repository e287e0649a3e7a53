import type { Request, Response } from 'express'
import type { Issue } from '../site/forms.ts'
import { createReceiver, type UploadStop } from '../site/incoming-files.ts'
import type { StaffHandler, Visit } from '../site/staff-router.ts'
import { documentFiles } from './document-files.ts'
import { limitNumbers } from './document-limits.ts'
import type { DocumentWorkshop } from './document-workshop.ts'
import type { DocumentTools } from './index.ts'
import { documentPath, libraryPath } from './paths.ts'
import { readLibrary, readWish } from './read-library.ts'
import { type Outcome, receiveUploads } from './receive-uploads.ts'
import { uploadField, uploadLimits } from './upload-form.ts'
import { documentWords } from './words.ts'

/** Answers a script, which sends file by file, with JSON, and a form with the list. */
export function uploadHandler(tools: DocumentTools & { workshop: DocumentWorkshop }): StaffHandler {
  const words = documentWords[tools.config.language]
  const receive = createReceiver(documentFiles(tools.config.uploads).incoming, uploadLimits)

  return async (req, res, visit) => {
    const uploads = await receive(req, res)
    const outcome = 'stop' in uploads ? uploads : await receiveUploads(tools, visit.staff, uploads)
    if (req.accepts('html', 'json') === 'json') return answerScript(res, outcome)
    return answerForm(req, res, visit, outcome)
  }

  function answerScript(res: Response, outcome: Outcome[] | UploadStop) {
    if ('stop' in outcome) return void res.status(413).json({ issue: sentenceFor(outcome) })
    const [first] = outcome
    if (!first || 'issue' in first) return void res.status(422).json({ issue: first?.issue ?? words.chooseFirst })
    const { id, title } = first.document
    const note = first.isKnown ? words.knownNote : null
    res.status(first.isKnown ? 200 : 201).json({ document: { name: title, path: documentPath(id) }, note })
  }

  function sentenceFor(stopped: UploadStop): string {
    return stopped.stop === 'too-many' ? words.tooManyFiles(limitNumbers) : words.refusals(limitNumbers)['too-large']
  }

  async function answerForm(req: Request, res: Response, { desk }: Visit, outcome: Outcome[] | UploadStop) {
    const issues = issuesOf(outcome)
    if (issues.length === 0 && !('stop' in outcome)) return res.redirect(303, `${libraryPath}?${countsOf(outcome)}`)
    const page = await readLibrary(tools, desk, readWish(req.query), { notice: null, issues })
    await tools.showNewsroom(res, 'documents/library', page, desk, 422)
  }

  function issuesOf(outcome: Outcome[] | UploadStop): Issue[] {
    if ('stop' in outcome) return [issue(stopSentence(outcome))]
    if (outcome.length === 0) return [issue(words.chooseFirst)]
    return outcome.flatMap((file) => ('issue' in file ? [issue(words.aboutFile(file.name, file.issue))] : []))
  }

  function stopSentence(stopped: UploadStop): string {
    return stopped.stop === 'too-many' ? words.tooManyFiles(limitNumbers) : words.stopped(stopped.name, limitNumbers)
  }
}

function countsOf(outcomes: Outcome[]): string {
  const known = outcomes.filter((file) => 'document' in file && file.isKnown).length
  return new URLSearchParams({ xong: String(outcomes.length - known), trung: String(known) }).toString()
}

const issue = (text: string): Issue => ({ field: uploadField, text })
