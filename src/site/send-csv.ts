import type { Response } from 'express'
import { sendPieces } from './send-pieces.ts'

/** Sends a file for spreadsheets piece by piece. */
export function sendCsv(res: Response, fileName: string, pieces: AsyncGenerator<string>): Promise<void> {
  res.attachment(fileName).type('text/csv; charset=utf-8')
  return sendPieces(res, pieces)
}
