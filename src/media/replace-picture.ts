import type { Actor } from '../audit/index.ts'
import type { Upload } from '../site/incoming-files.ts'
import { factsOf, inspect, keepFiles } from './make-files.ts'
import type { Picture } from './picture.ts'
import { limitNumbers } from './picture-limits.ts'
import { shapeWords } from './shape-words.ts'
import { becomeNew, type VersionTools, versionOf } from './use-version.ts'
import { mediaWords } from './words.ts'

/**
 * Another file in its place, under the number that articles know; what is written about it stays, and so do the old files.
 * Gives a sentence when the file cannot take the place. Throws a 409 fault when the picture changed meanwhile.
 */
export async function replacePicture(
  tools: VersionTools,
  by: Actor,
  picture: Picture,
  upload: Upload,
): Promise<{ issue: string } | null> {
  const { language } = tools.config
  const refusals = mediaWords[language].refusals(limitNumbers)
  const file = await inspect(upload)
  if (typeof file === 'string') return { issue: refusals[file] }
  const present = await versionOf(tools, picture.key)
  if (present.sha256 === file.sha256) return { issue: shapeWords[language].sameFile }

  const fault = await keepFiles(
    tools,
    (folder) => tools.workshop.make({ source: file.path, kind: file.kind, folder }),
    (key, made) => {
      const whole = { ...factsOf(file), ...made, pictureId: picture.id, key, masterKey: key, crop: null, focus: null }
      return becomeNew(tools, by, picture, 'replaced', whole)
    },
  )
  if (fault) return { issue: refusals[fault] }
  await tools.rerender(picture.id)
  return null
}
