/** The blocks of a Markdown text between its empty lines, NFC; code between ``` fences is one block. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let lines: string[] = []
  let fence: string | null = null
  const endParagraph = () => {
    if (lines.length > 0) paragraphs.push(lines.join('\n'))
    lines = []
  }
  for (const line of text.normalize('NFC').split('\n')) {
    fence = fenceAfter(line.trim(), fence)
    if (line.trim() === '' && fence === null) endParagraph()
    else lines.push(line)
  }
  endParagraph()
  return paragraphs
}

/** The ticks that the line leaves open. */
function fenceAfter(line: string, fence: string | null): string | null {
  if (fence === null) return /^(`{3,})[^`]*$/.exec(line)?.[1] ?? null
  return /^`+$/.test(line) && line.length >= fence.length ? null : fence
}

export function joinParagraphs(paragraphs: string[]): string {
  return paragraphs.join('\n\n')
}
