import { gatherParagraphs, type Surroundings, type Table, text } from '../../word-files/index.ts'

export type Paragraphs = ReturnType<typeof createParagraphs>

/** The text of an old article, gathered to paragraphs; WordPress keeps texts whose lines count. */
export function createParagraphs() {
  const gathering = gatherParagraphs()
  const { addPiece, addRule, end, finish } = gathering

  return { addWords, addPiece, addRule, addTable, end, finish }

  function addWords(words: string, around: Surroundings) {
    if (around.hasLines) addLines(words, around)
    else gathering.addWords(words, around)
  }

  /** An empty line ends a paragraph, any other break a line. */
  function addLines(words: string, around: Surroundings) {
    for (const [at, part] of words.split(/\r?\n[ \t]*\r?\n\s*/).entries()) {
      if (at > 0) end()
      for (const [place, line] of part.split(/\r?\n/).entries()) {
        if (place > 0 && gathering.isOpen()) addPiece({ kind: 'break' }, around)
        if (line.trim() !== '' || gathering.isOpen()) addPiece(text(line, around.look, around.href), around)
      }
    }
  }

  function addTable(table: Table) {
    gathering.addBlocks(table.rows.length > 0 ? [table] : [])
  }
}
