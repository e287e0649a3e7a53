import type { Element } from 'hast'
import { element } from './elements.ts'
import { captions, figure, pictureElement } from './pictures.ts'
import type { BodyPicture } from './rendering.ts'
import type { MarkdownWords } from './words.ts'

type Row = 'whole' | 'half'

/** Of a paragraph that was nothing but pictures: those that the library has, two in a row where there is room. */
export function galleryOf(pictures: BodyPicture[], words: MarkdownWords): Element[] {
  if (pictures.length < 2) return pictures.map(figure)
  const rows = rowsOf(pictures)
  const figures = pictures.map((picture, place) => largeFigure(picture, rows[place] ?? 'half', words))
  return [element('div', { className: ['gallery'], role: 'group', ariaLabel: words.gallery(pictures.length) }, figures)]
}

/** So that no place stays empty: of an odd number between two wide ones the first has a row for itself. */
function rowsOf(pictures: BodyPicture[]): Row[] {
  let untilWide = 0
  const backwards = pictures.toReversed().map((picture, place, others): Row => {
    if (isWide(picture)) untilWide = 0
    else untilWide++
    const before = others[place + 1]
    const isFirst = before === undefined || isWide(before)
    return isWide(picture) || (isFirst && untilWide % 2 === 1) ? 'whole' : 'half'
  })
  return backwards.toReversed()
}

/** Leads to the widest file. */
function largeFigure(picture: BodyPicture, row: Row, words: MarkdownWords): Element {
  const link = element('a', { href: picture.largest, ariaLabel: words.openPicture(picture.alternativeText) }, [
    pictureElement(picture, row),
  ])
  return element('figure', { dataRow: row, dataShape: shapeOf(picture) }, [
    link,
    ...captions(picture.caption, picture.credit),
  ])
}

const isWide = ({ width, height }: BodyPicture) => width >= 2 * height

/** What would lose too much if it were cut to the shape of the others. */
function shapeOf(picture: BodyPicture): 'wide' | 'tall' | null {
  if (isWide(picture)) return 'wide'
  return picture.width < 1.2 * picture.height ? 'tall' : null
}
