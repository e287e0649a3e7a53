import type { Request, Response } from 'express'
import type { Issue } from '../site/forms.ts'
import { createReceiver, type UploadStop } from '../site/incoming-files.ts'
import type { StaffHandler, Visit } from '../site/staff-router.ts'
import type { StaffTools } from './index.ts'
import { readWish } from './library-address.ts'
import { libraryPath } from './paths.ts'
import type { Picture } from './picture.ts'
import { pictureChoice } from './picture-choice.ts'
import { pictureFiles } from './picture-files.ts'
import { limitNumbers } from './picture-limits.ts'
import { pictureReader } from './picture-store.ts'
import { readLibrary } from './read-library.ts'
import { type Outcome, receiveUploads } from './receive-uploads.ts'
import { uploadField, uploadLimits } from './upload-form.ts'
import { mediaWords } from './words.ts'

/** Answers a script, which sends file by file, with JSON, and a form with the library. */
export function uploadHandler(tools: StaffTools): StaffHandler {
  const words = mediaWords[tools.config.language]
  const receive = createReceiver(pictureFiles(tools.config.uploads).incoming, uploadLimits)

  return async (req, res, visit) => {
    const uploads = await receive(req, res)
    const outcome = 'stop' in uploads ? uploads : await receiveUploads(tools, visit.staff, uploads)
    if (req.accepts('html', 'json') === 'json') return answerScript(res, outcome)
    return answerForm(req, res, visit, outcome)
  }

  async function answerScript(res: Response, outcome: Outcome[] | UploadStop) {
    if ('stop' in outcome) return void res.status(413).json({ issue: sentenceFor(outcome) })
    const [first] = outcome
    if (!first || 'issue' in first) return void res.status(422).json({ issue: first?.issue ?? words.chooseFirst })
    const { picture, isKnown } = first
    const uses = isKnown ? await pictureReader(tools.database.read).listUses(picture.id) : []
    res.status(201).json({ picture: pictureChoice(picture), note: isKnown ? words.known(uses.length) : null })
  }

  function sentenceFor(stopped: UploadStop): string {
    return stopped.stop === 'too-many' ? words.tooManyFiles(limitNumbers) : words.refusals(limitNumbers)['too-large']
  }

  async function answerForm(req: Request, res: Response, { desk }: Visit, outcome: Outcome[] | UploadStop) {
    const issues = issuesOf(outcome)
    const known = knownIn(outcome)
    if (issues.length === 0 && !('stop' in outcome)) return res.redirect(303, doneAddress(outcome.length, known))
    const page = await readLibrary(tools, desk, readWish(req.query), { notice: null, issues, known })
    await tools.showNewsroom(res, 'media/library', page, desk, 422)
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

const knownIn = (outcome: Outcome[] | UploadStop): Picture[] =>
  'stop' in outcome ? [] : outcome.flatMap((file) => ('picture' in file && file.isKnown ? file.picture : []))

/** Tells the library how many arrived, and which of them it had already. */
function doneAddress(count: number, known: readonly Picture[]): string {
  const query = new URLSearchParams()
  if (count > known.length) query.set('xong', String(count - known.length))
  if (known.length > 0) query.set('co', known.map(({ id }) => id).join('.'))
  return `${libraryPath}?${query}`
}

const issue = (text: string): Issue => ({ field: uploadField, text })
