import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Sends a file for spreadsheets piece by piece: as fast as the other side takes it, and no further when she leaves. */
export async function sendCsv(res: Response, fileName: string, pieces: AsyncGenerator<string>): Promise<void> {
  res.attachment(fileName).type('text/csv; charset=utf-8')
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), res)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
