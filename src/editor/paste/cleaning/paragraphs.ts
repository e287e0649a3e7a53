import { type Block, gatherParagraphs, type Surroundings, type Table, text } from '../../../word-files/rules/index.ts'

export type Paragraphs = ReturnType<typeof createParagraphs>

/** Control characters and halves of letters. */
const unseen = /(?!\s)[\p{Cc}\p{Cs}]/gu

/** What is pasted, gathered to paragraphs. */
export function createParagraphs() {
  const gathering = gatherParagraphs()
  const { addPiece, addRule, end, finish } = gathering

  return { addWords, addBreak, addPiece, addRule, addTable, end, finish }

  function addWords(words: string, around: Surroundings) {
    const seen = words.replace(unseen, '')
    if (around.hasLines) addLines(seen, around)
    else gathering.addWords(seen, around)
  }

  function addLines(words: string, around: Surroundings) {
    words.split(/\r\n?|\n/).forEach((line, at) => {
      if (at > 0) addBreak(around)
      if (line !== '') addPiece(text(line, around.look, around.href), around)
    })
  }

  function addBreak(around: Surroundings) {
    addPiece({ kind: 'break' }, around)
  }

  function addTable({ caption, table }: { caption: Block[]; table: Table }) {
    gathering.addBlocks([...caption, ...(table.rows.length > 0 ? [table] : [])])
  }
}
