import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { publicFilePath } from './paths.ts'
import type { Picture } from './picture.ts'
import { pictureFiles, variantFile } from './picture-files.ts'
import { type Variant, variantName, variantTypes } from './picture-variants.ts'
import { plainWidthOf } from './picture-view.ts'

export type PlainFile = { path: string; type: string; bytes: number }

/** The one file of a picture for programs that take a single one and want to know its size; null when it is missing. */
export async function findPlainFile(uploads: string, picture: Picture): Promise<PlainFile | null> {
  const variant: Variant = { width: plainWidthOf(picture), format: 'jpg' }
  const bytes = await sizeOf(join(pictureFiles(uploads).folderOf(picture.key), variantFile(variant)))
  return bytes === null ? null : { path: plainFilePath(picture), type: variantTypes.jpg, bytes }
}

/** Where everybody finds that file. */
export const plainFilePath = (picture: Pick<Picture, 'key' | 'fileName' | 'width'>): string =>
  publicFilePath({
    key: picture.key,
    name: variantName(picture.fileName, { width: plainWidthOf(picture), format: 'jpg' }),
  })

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
