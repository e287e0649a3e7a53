import type { Request, Response } from 'express'
import type { Issue } from '../site/forms.ts'
import type { StaffHandler, Visit } from '../site/staff-router.ts'
import { createReceiver, type UploadStop } from './incoming-files.ts'
import type { MediaTools } from './index.ts'
import { readWish } from './library-address.ts'
import { libraryPath } from './paths.ts'
import { pictureChoice } from './picture-choice.ts'
import { pictureFiles } from './picture-files.ts'
import { limitNumbers } from './picture-limits.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import { readLibrary } from './read-library.ts'
import { type Outcome, receiveUploads } from './receive-uploads.ts'
import { uploadField } from './upload-form.ts'
import { mediaWords } from './words.ts'

/** Answers a script, which sends file by file, with JSON, and a form with the library. */
export function uploadHandler(tools: MediaTools & { workshop: PictureWorkshop }): StaffHandler {
  const words = mediaWords[tools.config.language]
  const receive = createReceiver(pictureFiles(tools.config.uploads).incoming)

  return async (req, res, visit) => {
    const uploads = await receive(req, res)
    const outcome = 'stop' in uploads ? uploads : await receiveUploads(tools, visit.staff, uploads)
    if (req.accepts('html', 'json') === 'json') return answerScript(res, outcome)
    return answerForm(req, res, visit, outcome)
  }

  function answerScript(res: Response, outcome: Outcome[] | UploadStop) {
    if ('stop' in outcome) return void res.status(413).json({ issue: sentenceFor(outcome) })
    const [first] = outcome
    if (first && 'picture' in first) return void res.status(201).json({ picture: pictureChoice(first.picture) })
    res.status(422).json({ issue: first?.issue ?? words.chooseFirst })
  }

  function sentenceFor(stopped: UploadStop): string {
    return stopped.stop === 'too-many' ? words.tooManyFiles(limitNumbers) : words.refusals(limitNumbers)['too-large']
  }

  async function answerForm(req: Request, res: Response, { desk }: Visit, outcome: Outcome[] | UploadStop) {
    const issues = issuesOf(outcome)
    if (issues.length === 0 && !('stop' in outcome)) return res.redirect(303, `${libraryPath}?xong=${outcome.length}`)
    const page = await readLibrary(tools, desk, readWish(req.query), { notice: null, issues })
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

const issue = (text: string): Issue => ({ field: uploadField, text })
