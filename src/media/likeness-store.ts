import type { Reader, Writer } from '../database/index.ts'
import { isAlike, piecesOf } from './likeness.ts'
import type { Picture } from './picture.ts'
import { pictureColumns, pictureFrom } from './picture-row.ts'

export function twinQueries(database: Reader) {
  return {
    /** Pictures of the library that look like this one, newest first. */
    async listTwins(id: number, most: number): Promise<Picture[]> {
      const rows = await database
        .selectFrom('picture_twins')
        .innerJoin('pictures', 'pictures.id', 'picture_twins.twin_id')
        .select(pictureColumns)
        .where('picture_twins.picture_id', '=', id)
        .where('pictures.deleted_at', 'is', null)
        .orderBy('pictures.id', 'desc')
        .limit(most)
        .execute()
      return rows.map(pictureFrom)
    },
  }
}

export function likenessWriter(transaction: Writer) {
  /** Pictures that share a piece at its place: all that may be alike, and few others. */
  async function listCandidates(id: number, pieces: readonly string[]) {
    return transaction
      .selectFrom('picture_pieces')
      .innerJoin('pictures', 'pictures.id', 'picture_pieces.picture_id')
      .innerJoin('picture_versions', 'picture_versions.key', 'pictures.key')
      .select(['pictures.id', 'picture_versions.likeness'])
      .distinct()
      .where((e) => e.or(pieces.map((piece, place) => e.and([e('place', '=', place), e('piece', '=', piece)]))))
      .where('pictures.id', '!=', id)
      .where('pictures.deleted_at', 'is', null)
      .execute()
  }

  async function forget(id: number) {
    await transaction.deleteFrom('picture_pieces').where('picture_id', '=', id).execute()
    await transaction
      .deleteFrom('picture_twins')
      .where((e) => e.or([e('picture_id', '=', id), e('twin_id', '=', id)]))
      .execute()
  }

  return {
    /** What the picture looks like now; null when nobody looked yet. */
    async follow(id: number, likeness: string | null): Promise<void> {
      await forget(id)
      const pieces = piecesOf(likeness ?? '')
      if (likeness === null || pieces.length === 0) return
      const twins = (await listCandidates(id, pieces)).filter((other) => isAlike(likeness, other.likeness ?? ''))
      const rows = twins.flatMap((twin) => [
        { picture_id: id, twin_id: twin.id },
        { picture_id: twin.id, twin_id: id },
      ])
      if (rows.length > 0) await transaction.insertInto('picture_twins').values(rows).execute()
      await transaction
        .insertInto('picture_pieces')
        .values(pieces.map((piece, place) => ({ place, piece, picture_id: id })))
        .execute()
    },
  }
}
