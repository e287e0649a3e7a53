import { authorsIn, type Label, type LabelKind, labelPath } from '../listings/index.ts'

/** Words of a line, some of which lead to other articles under the same label. */
export type Piece = { text: string; path: string | null }

/** One piece for each tag. Of an article that stands in no list, as in a preview, there are no labels to lead to. */
export const tagPieces = (tags: readonly string[], labels: readonly Label[]): Piece[] =>
  tags.map((text) => ({ text, path: pathOf('tag', text, labels) }))

/** The byline as it was typed; each name that it holds is a link. */
export function bylinePieces(author: string, labels: readonly Label[]): Piece[] {
  const pieces: Piece[] = []
  let rest = author
  for (const name of authorsIn(author)) {
    const [before = ''] = rest.split(name, 1)
    pieces.push({ text: before, path: null }, { text: name, path: pathOf('author', name, labels) })
    rest = rest.slice(before.length + name.length)
  }
  return [...pieces, { text: rest, path: null }].filter(({ text }) => text !== '')
}

function pathOf(kind: LabelKind, name: string, labels: readonly Label[]): string | null {
  const label = labels.find((one) => one.kind === kind && one.name === name)
  return label ? labelPath(label) : null
}
