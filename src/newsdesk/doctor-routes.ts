import type { Request, Response } from 'express'
import { readTyped, type Submitted } from '../site/forms.ts'
import { doctorWords } from '../text/doctor/index.ts'
import { examination } from './doctor-page.ts'
import type { NewsdeskTools } from './index.ts'

/** In this order an abbreviation that the lead explains is known in the body and the title. */
const fields = ['lead', 'body', 'title']

export function doctorHandlers({ config }: NewsdeskTools) {
  function sendFindings(req: Request, res: Response) {
    const texts = fields.map((name) => [name, readTyped(req.body as Submitted, name)])
    res.json(examination(Object.fromEntries(texts), doctorWords[config.language]))
  }

  return { sendFindings }
}
