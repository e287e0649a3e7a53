import type { RequestHandler } from 'express'

/** Whether an address is one of the newsroom. */
export const isInside = (path: string): boolean => /^\/quan-tri([/?]|$)/i.test(path)

/** Public pages must know neither session nor cookie, so nothing of the newsroom runs outside its own addresses. */
export function onlyNewsroom(staffPages: RequestHandler): RequestHandler {
  return (req, res, next) => (isInside(req.path) ? staffPages(req, res, next) : next())
}
