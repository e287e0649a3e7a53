/**
 * The second door of the room: what judges text by its look is pure, so that the editor reads what is pasted in the browser as we
 * read files here.
 */
export {
  type Align,
  type Block,
  type Cell,
  isOnlyPictures,
  isParagraph,
  isText,
  type ListPlace,
  type Look,
  type Paragraph,
  type Piece,
  paragraph,
  paragraphsIn,
  picturesIn,
  plainLook,
  type Row,
  type Table,
  type TextPiece,
  text,
  wordsIn,
  wordsOf,
} from '../block.ts'
export { type Dropped, type DroppedKind, dropped } from '../dropped.ts'
export { mostColumns, mostRows } from '../limits.ts'
export { joinAlike, mapParagraphs } from '../office-text.ts'
export { descriptionFrom, ownDescription } from './alternative-text.ts'
export { takeCaptions } from './captions.ts'
export { gatherParagraphs, type Surroundings } from './gather-paragraphs.ts'
export { type FoundHeading, headingOf, joinNumbersAlone, levelsOf, partArticle } from './headings.ts'
export { unrollLayoutTables } from './layout-tables.ts'
export { findLegacy, type Legacy } from './legacy.ts'
export { headRows } from './table-grid.ts'
export { splitLines, tidyParagraphs } from './tidy-paragraphs.ts'
export { itemOf, openRanks, withLabel } from './typed-lists.ts'
