import type { Crop } from './crop.ts'
import type { Focus } from './focus.ts'
import type { Picture } from './picture.ts'

/** A set of files that a picture has or had. The files belong to one folder, named by the key. */
export type PictureFileSet = Pick<
  Picture,
  'key' | 'fileName' | 'originalName' | 'format' | 'width' | 'height' | 'bytes'
>

export type Version = PictureFileSet & {
  id: number
  pictureId: number
  /** The key of the whole that it was cut from, its own when it is one. */
  masterKey: string
  /** Null for a whole picture. */
  crop: Crop | null
  focus: Focus | null
  /** Of the file that was received; null for pictures from before anybody asked. */
  sha256: string | null
  /** Null until somebody looked; empty when it shows too little to be told from others. */
  likeness: string | null
  madeAt: string
}

export type NewVersion = Omit<Version, 'id' | 'madeAt'>
