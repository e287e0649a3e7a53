import type { Config } from '../config.ts'
import type { Upload } from '../site/incoming-files.ts'
import { inspect } from './make-files.ts'
import type { PictureSize } from './picture.ts'
import { limitNumbers } from './picture-limits.ts'
import type { PictureWorkshop } from './picture-workshop.ts'
import { mediaWords } from './words.ts'

export type GlanceTools = { config: Pick<Config, 'language'>; workshop: PictureWorkshop }

/** The size of a picture in pixels, or why the library would not take it. */
export type Glance = PictureSize | { issue: string }

/** Looks at a file that may become a picture later and writes a small JPEG of it to `target`; nothing is recorded. */
export async function glancePicture(tools: GlanceTools, upload: Upload, target: string): Promise<Glance> {
  const refusals = mediaWords[tools.config.language].refusals(limitNumbers)
  const file = await inspect(upload)
  if (typeof file === 'string') return { issue: refusals[file] }
  const size = await tools.workshop.glance({ source: file.path, kind: file.kind, target })
  return typeof size === 'string' ? { issue: refusals[size] } : size
}
