import type { Response } from 'express'

/** A picture is never a page: whatever its bytes say, they cannot run, load or frame anything. */
const harmless = "default-src 'none'; sandbox"

export const forAYear = 'public, max-age=31536000, immutable'
export const forAMinute = 'public, max-age=60'

export type MadePicture = { folder: string; file: string; type: string; cacheControl: string }

/** Sends a picture that we made. */
export function sendPicture(res: Response, { folder, file, type, cacheControl }: MadePicture): void {
  res.sendFile(file, {
    root: folder,
    // Set only once the file is there, so that an error page never stays in a cache.
    headers: { 'Content-Type': type, 'Content-Security-Policy': harmless, 'Cache-Control': cacheControl },
    acceptRanges: false,
    cacheControl: false,
  })
}
