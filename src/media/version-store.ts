import type { Selectable } from 'kysely'
import type { Reader, Schema, Writer } from '../database/index.ts'
import type { Focus } from './focus.ts'
import type { NewVersion, Version } from './version.ts'

/** A version as its list shows it: with the name of whoever made it, as it is today. */
export type ListedVersion = Version & { madeBy: string | null }

const columns = [
  'picture_versions.id',
  'picture_versions.picture_id',
  'picture_versions.key',
  'picture_versions.master_key',
  'picture_versions.original_name',
  'picture_versions.file_name',
  'picture_versions.format',
  'picture_versions.width',
  'picture_versions.height',
  'picture_versions.bytes',
  'picture_versions.crop_x',
  'picture_versions.crop_y',
  'picture_versions.crop_width',
  'picture_versions.crop_height',
  'picture_versions.focal_x',
  'picture_versions.focal_y',
  'picture_versions.sha256',
  'picture_versions.likeness',
  'picture_versions.made_at',
] as const

export function versionReader(database: Reader) {
  const versions = () => database.selectFrom('picture_versions').select(columns)

  return {
    /** Newest first. */
    async list(pictureId: number): Promise<ListedVersion[]> {
      const rows = await versions()
        .leftJoin('staff', 'staff.id', 'picture_versions.made_by')
        .select('staff.name as maker')
        .where('picture_id', '=', pictureId)
        .orderBy('picture_versions.id', 'desc')
        .execute()
      return rows.map((row) => ({ ...versionFrom(row), madeBy: row.maker }))
    },

    /** Of a picture that is in the library. */
    async findByKey(key: string): Promise<Version | null> {
      const row = await versions()
        .innerJoin('pictures', 'pictures.id', 'picture_versions.picture_id')
        .where('picture_versions.key', '=', key)
        .where('pictures.deleted_at', 'is', null)
        .executeTakeFirst()
      return row ? versionFrom(row) : null
    },

    async find(pictureId: number, id: number): Promise<Version | null> {
      const row = await versions().where('picture_id', '=', pictureId).where('id', '=', id).executeTakeFirst()
      return row ? versionFrom(row) : null
    },

    /** The picture of the library, another one than `except`, that was made from these very bytes and still shows them. */
    async findPictureOf(sha256: string, except = 0): Promise<number | null> {
      const row = await database
        .selectFrom('picture_versions')
        .innerJoin('pictures', 'pictures.key', 'picture_versions.key')
        .select('pictures.id')
        .where('picture_versions.sha256', '=', sha256)
        .where('pictures.id', '!=', except)
        .where('pictures.deleted_at', 'is', null)
        .orderBy('pictures.id')
        .limit(1)
        .executeTakeFirst()
      return row?.id ?? null
    },

    /** Whole pictures from before anybody looked what they are like. */
    async listUnseen(most: number): Promise<Version[]> {
      const rows = await versions().where('likeness', 'is', null).orderBy('id').limit(most).execute()
      return rows.map(versionFrom)
    },
  }
}

export function versionWriter(transaction: Writer, now: string) {
  return {
    async add(version: NewVersion, madeBy: number | null): Promise<Version> {
      const row = await transaction
        .insertInto('picture_versions')
        .values({
          picture_id: version.pictureId,
          key: version.key,
          master_key: version.masterKey,
          original_name: version.originalName,
          file_name: version.fileName,
          format: version.format,
          width: version.width,
          height: version.height,
          bytes: version.bytes,
          crop_x: version.crop?.x ?? null,
          crop_y: version.crop?.y ?? null,
          crop_width: version.crop?.width ?? null,
          crop_height: version.crop?.height ?? null,
          focal_x: version.focus?.x ?? null,
          focal_y: version.focus?.y ?? null,
          sha256: version.sha256,
          likeness: version.likeness,
          made_at: now,
          made_by: madeBy,
        })
        .returning(columns)
        .executeTakeFirstOrThrow()
      return versionFrom(row)
    },

    async setFocus(key: string, focus: Focus | null): Promise<void> {
      await transaction
        .updateTable('picture_versions')
        .set({ focal_x: focus?.x ?? null, focal_y: focus?.y ?? null })
        .where('key', '=', key)
        .execute()
    },

    /** Of the whole and of everything that was cut from it. */
    async setLikeness(masterKey: string, likeness: string): Promise<void> {
      await transaction.updateTable('picture_versions').set({ likeness }).where('master_key', '=', masterKey).execute()
    },
  }
}

type VersionRow = Omit<Selectable<Schema['picture_versions']>, 'made_by'>

function versionFrom(row: VersionRow): Version {
  const { crop_x: x, crop_y: y, crop_width: width, crop_height: height } = row
  const isCut = x !== null && y !== null && width !== null && height !== null
  return {
    id: row.id,
    pictureId: row.picture_id,
    key: row.key,
    masterKey: row.master_key,
    originalName: row.original_name,
    fileName: row.file_name,
    format: row.format,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    crop: isCut ? { x, y, width, height } : null,
    focus: row.focal_x !== null && row.focal_y !== null ? { x: row.focal_x, y: row.focal_y } : null,
    sha256: row.sha256,
    likeness: row.likeness,
    madeAt: row.made_at,
  }
}
