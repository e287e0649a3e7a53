import type { Response } from 'express'
import { notFound } from '../site/faults.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { variantNamed, variantTypes } from './picture-variants.ts'
import type { PictureFileSet } from './version.ts'

/** A picture is never a page: whatever its bytes say, they cannot run, load or frame anything. */
const harmless = "default-src 'none'; sandbox"

export type VariantRequest = { uploads: string; files: PictureFileSet | null; name: string; cacheControl: string }

/** Sends one of the files that we made, or throws a 404 fault. */
export function sendVariant(res: Response, { uploads, files, name, cacheControl }: VariantRequest): void {
  if (files === null) notFound()
  const variant = variantNamed(name, files) ?? notFound()
  res.sendFile(variantFile(variant), {
    root: pictureFiles(uploads).folderOf(files.key),
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
