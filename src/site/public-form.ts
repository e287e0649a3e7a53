import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { forbidden } from './faults.ts'
import { refuseBrokenText } from './forms.ts'

/** What stands before the handler of a form that needs no session. `limit` is a size such as `64kb`. */
export const publicForm = (limit: string, mostFields: number): RequestHandler[] => [
  refuseOtherSites,
  express.urlencoded({ extended: false, limit, parameterLimit: mostFields, verify: refuseBrokenText }),
]

/** There is no session that another site could abuse; but nobody's browser shall be made to write here. */
function refuseOtherSites(req: Request, _res: Response, next: NextFunction) {
  if (req.get('sec-fetch-site') === 'cross-site') forbidden()
  next()
}
