import type { PictureRow } from '../database/index.ts'
import type { Picture } from './picture.ts'

/** Every column of a picture that `Picture` tells. The note of consent is not among them: readers must never get it. */
export const pictureColumns = [
  'pictures.id',
  'pictures.key',
  'pictures.file_name',
  'pictures.original_name',
  'pictures.format',
  'pictures.width',
  'pictures.height',
  'pictures.bytes',
  'pictures.alternative_text',
  'pictures.decorative_at',
  'pictures.caption',
  'pictures.credit',
  'pictures.uploaded_at',
  'pictures.public_since',
  'pictures.focal_x',
  'pictures.focal_y',
] as const

type PictureColumns = Omit<PictureRow, 'uploaded_by' | 'deleted_at' | 'consent'>

export function pictureFrom(row: PictureColumns): Picture {
  return {
    id: row.id,
    key: row.key,
    fileName: row.file_name,
    originalName: row.original_name,
    format: row.format,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    alternativeText: row.alternative_text,
    isDecorative: row.decorative_at !== null,
    caption: row.caption,
    credit: row.credit,
    uploadedAt: row.uploaded_at,
    publicSince: row.public_since,
    focus: row.focal_x !== null && row.focal_y !== null ? { x: row.focal_x, y: row.focal_y } : null,
  }
}
