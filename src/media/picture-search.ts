import type { Writer } from '../database/index.ts'
import type { Narrowing } from './library-store.ts'

/**
 * What staff find pictures by: handed in, because the room that searches leans on articles, and those lean on pictures.
 */
export type PictureSearch = {
  /** Makes its index say what the picture is now, in the transaction that changes it. */
  follow(transaction: Writer, pictureId: number): Promise<void>
  /** The pictures that hold what was typed. */
  narrow(typed: string): Promise<Narrowing>
}
