import type { Response } from 'express'
import { notFound } from '../site/faults.ts'
import { sendPicture } from '../site/send-picture.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { variantNamed, variantTypes } from './picture-variants.ts'
import type { PictureFileSet } from './version.ts'

export type VariantRequest = { uploads: string; files: PictureFileSet | null; name: string; cacheControl: string }

/** Sends one of the files that we made, or throws a 404 fault. */
export function sendVariant(res: Response, { uploads, files, name, cacheControl }: VariantRequest): void {
  if (files === null) notFound()
  const variant = variantNamed(name, files) ?? notFound()
  const folder = pictureFiles(uploads).folderOf(files.key)
  sendPicture(res, { folder, file: variantFile(variant), type: variantTypes[variant.format], cacheControl })
}
