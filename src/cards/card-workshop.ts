import { Piscina } from 'piscina'
import type { Card } from './card.ts'

/** Where cards are drawn, away from the thread that answers readers. */
export type CardWorkshop = {
  /** A PNG. */
  draw(card: Card): Promise<Uint8Array>
  /** Ends after the card in hand. */
  close(): Promise<void>
}

const idleMs = 30_000
const closingMs = 10_000

/** The thread starts with the first card that nobody has asked for before, and leaves when there is none. */
export function createWorkshop(): CardWorkshop {
  const pool = new Piscina<Card, Uint8Array>({
    filename: new URL('./card-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    closeTimeout: closingMs,
  })
  return { draw: (card) => pool.run(card), close: () => pool.close() }
}
