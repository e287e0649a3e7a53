import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Response } from 'express'

/** Sends text piece by piece: as fast as the other side takes it, and no further when it leaves. */
export function sendPieces(res: Response, pieces: AsyncIterable<string>): Promise<void> {
  return untilItLeaves(pipeline(Readable.from(pieces, { highWaterMark: 1 }), res))
}

/** The same for what everybody may read, which may be compressed. */
export function sendPublicPieces(res: Response, pieces: AsyncIterable<string>): Promise<void> {
  res.vary('Accept-Encoding')
  if (!res.req.acceptsEncodings('gzip')) return sendPieces(res, pieces)
  res.set('Content-Encoding', 'gzip')
  return untilItLeaves(pipeline(Readable.from(pieces, { highWaterMark: 1 }), createGzip(), res))
}

async function untilItLeaves(sending: Promise<void>): Promise<void> {
  try {
    await sending
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
