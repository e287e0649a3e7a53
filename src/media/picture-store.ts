import type { Reader, Writer } from '../database/index.ts'
import { libraryQueries } from './library-store.ts'
import type { Description, Picture } from './picture.ts'
import { pictureColumns, pictureFrom } from './picture-row.ts'
import { pictureUseQueries } from './picture-use-store.ts'

/** What is known of a picture before anybody has described it. */
export type NewPicture = Pick<Picture, 'key' | 'fileName' | 'originalName' | 'format' | 'width' | 'height' | 'bytes'>

/** Deleted pictures do not exist here. */
export function pictureReader(database: Reader) {
  const pictures = () => database.selectFrom('pictures').select(pictureColumns).where('deleted_at', 'is', null)

  return {
    ...libraryQueries(database),
    ...pictureUseQueries(database),

    async find(id: number): Promise<Picture | null> {
      const row = await pictures().where('id', '=', id).executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    async findByKey(key: string): Promise<Picture | null> {
      const row = await pictures().where('key', '=', key).executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    /** For readers: only since an article that shows it is public. */
    async findPublicByKey(key: string): Promise<Picture | null> {
      const row = await pictures().where('key', '=', key).where('public_since', 'is not', null).executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    /** By id; those that do not exist are not in it. */
    async listByIds(ids: readonly number[]): Promise<Map<number, Picture>> {
      if (ids.length === 0) return new Map()
      const rows = await pictures()
        .where('id', 'in', [...new Set(ids)])
        .execute()
      return new Map(rows.map((row) => [row.id, pictureFrom(row)]))
    },

    /** Also of a deleted picture, whose files stay. */
    async isKnownKey(key: string): Promise<boolean> {
      const row = await database.selectFrom('pictures').select('id').where('key', '=', key).executeTakeFirst()
      return row !== undefined
    },
  }
}

export function pictureWriter(transaction: Writer, now: string) {
  return {
    async add(picture: NewPicture, uploadedBy: number | null): Promise<Picture> {
      const row = await transaction
        .insertInto('pictures')
        .values({
          key: picture.key,
          file_name: picture.fileName,
          original_name: picture.originalName,
          format: picture.format,
          width: picture.width,
          height: picture.height,
          bytes: picture.bytes,
          alternative_text: '',
          caption: '',
          credit: '',
          uploaded_at: now,
          uploaded_by: uploadedBy,
        })
        .returning(pictureColumns)
        .executeTakeFirstOrThrow()
      return pictureFrom(row)
    },

    async describe(id: number, { alternativeText, isDecorative, caption, credit }: Description): Promise<void> {
      await transaction
        .updateTable('pictures')
        .set({ alternative_text: alternativeText, decorative_at: isDecorative ? now : null, caption, credit })
        .where('id', '=', id)
        .execute()
    },

    /** Anybody may fetch these from now on; pictures that were public stay so since when they were. */
    async makePublic(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return
      await transaction
        .updateTable('pictures')
        .set({ public_since: now })
        .where('id', 'in', [...new Set(ids)])
        .where('public_since', 'is', null)
        .execute()
    },

    /** It leaves the library and nobody can fetch it; its files stay for an operator to bring back. */
    async remove(id: number): Promise<void> {
      await transaction.updateTable('pictures').set({ deleted_at: now }).where('id', '=', id).execute()
    },
  }
}
