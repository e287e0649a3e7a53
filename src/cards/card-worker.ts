import { fileURLToPath } from 'node:url'
import sharp, { type OverlayOptions } from 'sharp'
import { shortenAtWord } from '../text/display.ts'
import { type Card, cardSize } from './card.ts'

/** A text as pixels, cut to its ink. */
type Drawn = { pixels: Buffer; width: number; height: number }
type Letters = { font: keyof typeof fonts; size: number; colour: string; width: number }

const fontFile = (name: string) => fileURLToPath(new URL(`./fonts/${name}.ttf`, import.meta.url))
const fonts = {
  serif: { family: 'Cong Tin Card Serif', file: fontFile('serif') },
  sans: { family: 'Cong Tin Card Sans', file: fontFile('sans') },
} as const

const colours = {
  paper: '#ffffff',
  ink: '#1d1a18',
  muted: '#5a544e',
  line: '#ddd8d2',
  band: '#7d1517',
  gold: '#f4c95d',
}

// Pixels of the card.
const margin = 60
const room = cardSize.width - 2 * margin
const bandHeight = 150
const footHeight = 80
const titleRoom = { top: bandHeight + 36, height: cardSize.height - bandHeight - footHeight - 72 }
const largestTitle = 64
const smallestTitle = 48
const smallerTitles = [56, smallestTitle]

sharp.concurrency(1)
sharp.cache(false)

/** A PNG. */
export default async function drawCard(card: Card): Promise<Uint8Array> {
  const line = cardSize.height - footHeight
  return sharp({ create: { ...cardSize, channels: 3, background: colours.paper } })
    .composite([
      area(0, 0, cardSize.width, bandHeight, colours.band),
      ...(await letterhead(card)),
      ...(await title(card.title)),
      area(margin, line, room, 2, colours.line),
      ...(await onLine(card.host, line + footHeight / 2, {
        font: 'sans',
        size: 28,
        colour: colours.muted,
        width: room,
      })),
    ])
    .png({ palette: true, colours: 64 })
    .toBuffer()
}

/** As letters of authorities begin: the one above, the unit, a short rule. */
async function letterhead({ parent, unit }: Card): Promise<OverlayOptions[]> {
  const white = { font: 'sans', colour: colours.paper, width: room } as const
  const middle = parent ? 86 : 70
  return [
    ...(await onLine(parent, 40, { ...white, size: 24 })),
    ...(await onLine(unit, middle, { ...white, size: 38 })),
    area(margin, middle + 34, 88, 4, colours.gold),
  ]
}

/** As large as it fits; what does not fit even when small ends at a word. */
async function title(text: string): Promise<OverlayOptions[]> {
  if (text === '') return []
  const letters = { font: 'serif', colour: colours.ink, width: room } as const
  let shown = text
  let drawn = await draw(shown, { ...letters, size: largestTitle })
  for (const size of smallerTitles) if (!fits(drawn)) drawn = await draw(shown, { ...letters, size })
  while (!fits(drawn) && shown.length > 1) {
    shown = shortenAtWord(text, shown.length - 1)
    drawn = await draw(shown, { ...letters, size: smallestTitle })
  }
  return [at(drawn, titleRoom.top + Math.round(Math.max(0, titleRoom.height - drawn.height) / 2))]
}

const fits = ({ height }: Drawn) => height <= titleRoom.height

/** One line with its middle at that height; too long, it ends at a word. */
async function onLine(text: string, middle: number, letters: Letters): Promise<OverlayOptions[]> {
  const mostHeight = letters.size * 1.6
  let shown = text
  let drawn = shown ? await draw(shown, letters) : null
  while (drawn && drawn.height > mostHeight && shown.length > 1) {
    shown = shortenAtWord(text, shown.length - 1)
    drawn = await draw(shown, letters)
  }
  return drawn ? [at(drawn, Math.round(middle - drawn.height / 2))] : []
}

async function draw(text: string, { font, size, colour, width }: Letters): Promise<Drawn> {
  const { family, file } = fonts[font]
  const wish = { font: `${family} ${size}px`, fontfile: file, dpi: 72, width, wrap: 'word-char', rgba: true } as const
  const { data, info } = await sharp({ text: { ...wish, text: coloured(text, colour) } })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, width: info.width, height: info.height }
}

/** In the small language that Pango reads, where text may not look like its marks. */
function coloured(text: string, colour: string): string {
  const marks: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }
  return `<span foreground="${colour}">${text.replace(/[<>&]/g, (letter) => marks[letter] ?? letter)}</span>`
}

const at = ({ pixels, width, height }: Drawn, top: number): OverlayOptions => ({
  input: pixels,
  raw: { width, height, channels: 4 },
  left: margin,
  top,
})

const area = (left: number, top: number, width: number, height: number, background: string): OverlayOptions => ({
  input: { create: { width, height, channels: 3, background } },
  left,
  top,
})
