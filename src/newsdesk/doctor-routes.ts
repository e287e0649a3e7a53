import type { Request, Response } from 'express'
import { readTyped, type Submitted } from '../site/forms.ts'
import { doctorWords, examineFields, isAdvice, sentenceFor } from '../text/doctor/index.ts'
import type { DeskRouteTools } from './staff-routes.ts'

/** In this order an abbreviation that the lead explains is known in the body and the title. */
const fields = ['lead', 'body', 'title'] as const
/** A text of ten thousand words; what follows waits until the beginning is mended, so that readers never wait. */
const mostLetters = 60_000

export function doctorHandlers({ config }: DeskRouteTools) {
  const words = doctorWords[config.language]

  function sendFindings(req: Request, res: Response) {
    const typed = (name: string) => readTyped(req.body as Submitted, name).slice(0, mostLetters)
    const texts = Object.fromEntries(fields.map((name) => [name, typed(name)]))
    const found = examineFields(texts)
    // What is surely wrong stands above what is only advice.
    const inOrder = [...found.filter((one) => !isAdvice(one)), ...found.filter(isAdvice)]
    const findings = inOrder.map(({ field, ...finding }) => ({
      field,
      start: finding.start,
      end: finding.end,
      found: finding.found,
      proposed: finding.proposed,
      sentence: sentenceFor(finding, words),
      write: finding.proposed === null ? null : words.write(finding.proposed),
    }))
    res.json({ findings })
  }

  return { sendFindings }
}
