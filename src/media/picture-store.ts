import type { Reader, Writer } from '../database/index.ts'
import type { Focus } from './focus.ts'
import { libraryQueries } from './library-store.ts'
import { likenessWriter, twinQueries } from './likeness-store.ts'
import type { Description, Picture } from './picture.ts'
import { pictureColumns, pictureFrom } from './picture-row.ts'
import { isLetThrough, isPublic, isShownToReaders, pictureUseQueries } from './picture-use-store.ts'
import type { PictureFileSet, Version } from './version.ts'
import { versionWriter } from './version-store.ts'

/** What is known of a picture before anybody has described it. */
export type NewPicture = PictureFileSet

/** What its bytes and its pixels say. */
export type PictureContent = Pick<Version, 'sha256' | 'likeness'>

const unknownContent: PictureContent = { sha256: null, likeness: null }

/** Deleted pictures do not exist here. */
export function pictureReader(database: Reader) {
  const pictures = () => database.selectFrom('pictures').select(pictureColumns).where('deleted_at', 'is', null)

  return {
    ...libraryQueries(database),
    ...pictureUseQueries(database),
    ...twinQueries(database),

    async find(id: number): Promise<Picture | null> {
      const row = await pictures().where('id', '=', id).executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    async findByKey(key: string): Promise<Picture | null> {
      const row = await pictures().where('key', '=', key).executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    /** For readers: only since an article that shows it is public. */
    async findPublicByKey(key: string, now: string): Promise<Picture | null> {
      const row = await pictures()
        .where('key', '=', key)
        .where((e) => isPublic(e, now))
        .executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    /** For readers: the picture whose files once had this key. */
    async findPublicByOldKey(key: string, now: string): Promise<Picture | null> {
      const row = await pictures()
        .innerJoin('picture_versions', 'picture_versions.picture_id', 'pictures.id')
        .where('picture_versions.key', '=', key)
        .where((e) => isPublic(e, now))
        .executeTakeFirst()
      return row ? pictureFrom(row) : null
    },

    async isPublic(id: number, now: string): Promise<boolean> {
      const row = await pictures()
        .where('id', '=', id)
        .where((e) => isPublic(e, now))
        .executeTakeFirst()
      return row !== undefined
    },

    /** Whether an article shows it that somebody has let through, so that its files are no longer everybody's to change. */
    async isLetThrough(id: number): Promise<boolean> {
      const row = await pictures().where('id', '=', id).where(isLetThrough).executeTakeFirst()
      return row !== undefined
    },

    /** Who agreed to be seen in it, and when: for staff alone, so no `Picture` holds it. */
    async getConsent(id: number): Promise<string> {
      const query = database.selectFrom('pictures').select('consent').where('id', '=', id)
      return (await query.executeTakeFirstOrThrow()).consent
    },

    /** By id; those that do not exist are not in it. */
    async listByIds(ids: readonly number[]): Promise<Map<number, Picture>> {
      if (ids.length === 0) return new Map()
      const rows = await pictures()
        .where('id', 'in', [...new Set(ids)])
        .execute()
      return new Map(rows.map((row) => [row.id, pictureFrom(row)]))
    },

    /** Also of an older version and of a deleted picture, whose files stay. */
    async isKnownKey(key: string): Promise<boolean> {
      const row = await database.selectFrom('picture_versions').select('id').where('key', '=', key).executeTakeFirst()
      return row !== undefined
    },
  }
}

export function pictureWriter(transaction: Writer, now: string) {
  const versions = versionWriter(transaction, now)

  return {
    async add(picture: NewPicture, uploadedBy: number | null, content = unknownContent): Promise<Picture> {
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
      const whole = { ...picture, ...content, pictureId: row.id, masterKey: picture.key, crop: null, focus: null }
      await versions.add(whole, uploadedBy)
      await likenessWriter(transaction).follow(row.id, content.likeness)
      return pictureFrom(row)
    },

    /** From now on the picture is what this version of it holds; what is written about it stays. */
    async use(version: Version): Promise<void> {
      await transaction
        .updateTable('pictures')
        .set({
          key: version.key,
          file_name: version.fileName,
          original_name: version.originalName,
          format: version.format,
          width: version.width,
          height: version.height,
          bytes: version.bytes,
          focal_x: version.focus?.x ?? null,
          focal_y: version.focus?.y ?? null,
        })
        .where('id', '=', version.pictureId)
        .execute()
      await likenessWriter(transaction).follow(version.pictureId, version.likeness)
    },

    async setFocus({ id, key }: Pick<Picture, 'id' | 'key'>, focus: Focus | null): Promise<void> {
      await transaction
        .updateTable('pictures')
        .set({ focal_x: focus?.x ?? null, focal_y: focus?.y ?? null })
        .where('id', '=', id)
        .execute()
      await versions.setFocus(key, focus)
    },

    async noteConsent(id: number, consent: string): Promise<void> {
      await transaction.updateTable('pictures').set({ consent }).where('id', '=', id).execute()
    },

    async describe(id: number, { alternativeText, isDecorative, caption, credit }: Description): Promise<void> {
      await transaction
        .updateTable('pictures')
        .set({ alternative_text: alternativeText, decorative_at: isDecorative ? now : null, caption, credit })
        .where('id', '=', id)
        .execute()
    },

    /**
     * Anybody may fetch for ever what the page of an article shows now; pictures that were public stay so since when they
     * were. Those of an article that waits for its hour are left: readers get them from that hour on.
     */
    async makePublic(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return
      await transaction
        .updateTable('pictures')
        .set({ public_since: now })
        .where('id', 'in', [...new Set(ids)])
        .where('public_since', 'is', null)
        .where((e) => isShownToReaders(e, now))
        .execute()
    },

    /** It leaves the library and nobody can fetch it; its files stay for an operator to bring back. */
    async remove(id: number): Promise<void> {
      await transaction.updateTable('pictures').set({ deleted_at: now }).where('id', '=', id).execute()
    },
  }
}
