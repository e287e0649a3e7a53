import { join } from 'node:path'
import type { Actor } from '../audit/index.ts'
import { type Crop, isSameCrop, isWhole } from './crop.ts'
import { focusAfter } from './focus.ts'
import { keepFiles } from './make-files.ts'
import type { Picture } from './picture.ts'
import { masterFile, pictureFiles } from './picture-files.ts'
import { becomeAgain, becomeNew, type VersionTools, versionOf } from './use-version.ts'

/**
 * Cuts it anew from the whole, which stays; a cut to the whole takes the cut back. Its files get another key, so that no cache
 * keeps the old ones. Throws a 409 fault when the picture changed meanwhile.
 */
export async function cropPicture(tools: VersionTools, by: Actor, picture: Picture, crop: Crop): Promise<void> {
  const present = await versionOf(tools, picture.key)
  if (isSameCrop(present.crop, crop)) return
  if (isWhole(crop)) return becomeAgain(tools, by, picture, 'cropped', await versionOf(tools, present.masterKey))

  const master = join(pictureFiles(tools.config.uploads).folderOf(present.masterKey), masterFile)
  const focus = focusAfter(picture.focus, present.crop, crop)
  await keepFiles(
    tools,
    (folder) => tools.workshop.cut({ master, crop, folder }),
    (key, size) => becomeNew(tools, by, picture, 'cropped', { ...present, ...size, key, crop, focus }),
  )
  await tools.rerender(picture.id)
}
