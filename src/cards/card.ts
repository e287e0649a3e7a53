import { createHash } from 'node:crypto'
import type { AgencyBlock, SocialPicture } from '../site/layout.ts'
import { cardsPath } from './paths.ts'

/** What stands on the picture that a link preview shows of a page without one. */
export type Card = {
  /** The authority above the agency; may be empty. */
  parent: string
  unit: string
  title: string
  host: string
}

/** Whose card: that of an article, or of the portal itself. */
export type CardSubject = { articleId: number; title: string } | null

/** Pixels: what Facebook and Zalo ask for. */
export const cardSize = { width: 1200, height: 630 } as const
/** Another number gives every card a new address. */
const design = 1
const mostLetters = 300

export function cardOf(subject: CardSubject, agency: AgencyBlock, siteUrl: string): Card {
  const title = subject?.title ?? `${agency.portalKind} ${agency.shortName}`
  return {
    parent: drawable(agency.parent),
    unit: drawable(agency.unit),
    title: drawable(title).slice(0, mostLetters),
    host: new URL(siteUrl).host,
  }
}

/** Changes with everything that stands on the card. */
export const cardFingerprint = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([design, card]))
    .digest('hex')
    .slice(0, 16)

/** The card as link previews are told of it. */
export function socialCard(subject: CardSubject, agency: AgencyBlock, siteUrl: string): SocialPicture {
  const card = cardOf(subject, agency, siteUrl)
  const name = [subject?.articleId, cardFingerprint(card)].filter((step) => step !== undefined).join('-')
  return { path: `${cardsPath}/${name}.png`, ...cardSize, alternativeText: card.title }
}

/** Which article a name asks the card of, `portal` for none; null when it is no name of ours. */
export function subjectNamed(file: string): number | 'portal' | null {
  const [whole, id] = /^(?:([1-9]\d{0,14})-)?[0-9a-f]{16}\.png$/.exec(file) ?? []
  if (whole === undefined) return null
  return id === undefined ? 'portal' : Number(id)
}

/** Letters that the fonts of the cards do not have would be boxes. */
function drawable(text: string): string {
  const letters = [...text.normalize('NFC')].map((letter) => (isDrawable(letter) ? letter : ' '))
  return letters.join('').replace(/\s+/g, ' ').trim()
}

function isDrawable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return lettersOfFonts.some(([first, last]) => first <= code && code <= last)
}

/** Latin, all Vietnamese, Jrai and Bahnar with their marks, and usual punctuation: `public/fonts/README.md`. */
const lettersOfFonts = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x102, 0x103],
  [0x10c, 0x10d],
  [0x110, 0x111],
  [0x114, 0x115],
  [0x128, 0x129],
  [0x12c, 0x12d],
  [0x14e, 0x14f],
  [0x168, 0x169],
  [0x16c, 0x16d],
  [0x180, 0x180],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x243, 0x243],
  [0x300, 0x303],
  [0x306, 0x306],
  [0x309, 0x309],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ab, 0x20ac],
  [0x2212, 0x2212],
] as const
