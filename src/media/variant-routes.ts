import type { Response } from 'express'
import { notFound } from '../site/faults.ts'
import type { Picture } from './picture.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { variantNamed, variantTypes } from './picture-variants.ts'

/** A picture is never a page: whatever its bytes say, they cannot run, load or frame anything. */
const harmless = "default-src 'none'; sandbox"

export type VariantRequest = { uploads: string; picture: Picture | null; name: string; cacheControl: string }

/** Sends one of the files that we made, or throws a 404 fault. */
export function sendVariant(res: Response, { uploads, picture, name, cacheControl }: VariantRequest): void {
  if (picture === null) notFound()
  const variant = variantNamed(name, picture) ?? notFound()
  res.sendFile(variantFile(variant), {
    root: pictureFiles(uploads).folderOf(picture.key),
    // Set only once the file is there, so that an error page never stays in a cache.
    headers: {
      'Content-Type': variantTypes[variant.format],
      'Content-Security-Policy': harmless,
      'Cache-Control': cacheControl,
    },
    acceptRanges: false,
    cacheControl: false,
  })
}
