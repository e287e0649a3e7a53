import {
  type Block,
  isOnlyPictures,
  isParagraph,
  paragraph,
  paragraphsIn,
  picturesIn,
} from '../../../word-files/rules/index.ts'

/** A cell of ours holds words: what tables show stands below them. Run it where every picture is a paragraph of its own. */
export const picturesBelowTables = (blocks: Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (isParagraph(block)) return [block]
    const pictures = paragraphsIn([block]).filter(isOnlyPictures)
    return [block, ...pictures.map((each) => paragraph(picturesIn(each)))]
  })
