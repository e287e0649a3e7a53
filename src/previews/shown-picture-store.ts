import type { Reader } from '../database/index.ts'

/** Ids of the pictures that the body of an edition shows; its cover is not among them. */
export async function listShownPictures(database: Reader, editionId: number): Promise<number[]> {
  const rows = await database
    .selectFrom('edition_pictures')
    .select('picture_id')
    .where('edition_id', '=', editionId)
    .execute()
  return rows.map((row) => row.picture_id)
}
