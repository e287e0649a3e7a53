import { SaxesParser } from 'saxes'
import { createRecorder, type XmlRecord } from './xml-recorder.ts'

/** Letters of one item; more of them would fill the memory before anything is known to be wrong. */
export const mostItemLetters = 8_000_000

const nextItem = /<(?:item|entry)[\s>]/
const longestTagStart = 8

/** Items and what stands beside them, in order. What is broken is told and passed over: the next item is read like any other. */
export async function* readXmlRecords(chunks: AsyncIterable<string>): AsyncGenerator<XmlRecord> {
  let linesBefore = 0
  let letters = 0
  let parser: SaxesParser | null = null
  /** The end of what was looked through for the next item; null while items are read. */
  let sought: string | null = null
  const recorder = createRecorder(() => linesBefore + (parser?.line ?? 1))
  parser = createParser(false)

  for await (const chunk of chunks) {
    const text = withoutForbidden(chunk)
    if (sought === null) read(text)
    else seek(sought + text)
    yield* recorder.take()
  }
  if (sought === null) parser.close()
  if (recorder.isOpen()) recorder.lose('cut-off', '')
  yield* recorder.take()

  function createParser(isFragment: boolean): SaxesParser {
    const made = new SaxesParser({ xmlns: false, fragment: isFragment })
    made.on('opentag', ({ name, attributes }) => recorder.begin(name, attributes as Record<string, string>))
    made.on('closetag', ({ name }) => {
      recorder.end(name)
      if (!recorder.isOpen()) letters = 0
    })
    made.on('text', recorder.addText)
    made.on('cdata', recorder.addText)
    made.on('error', ({ message }) => recorder.note(message))
    return made
  }

  function read(text: string) {
    parser?.write(text)
    letters += text.length
    if (letters > mostItemLetters) giveUp()
  }

  /** Whatever the parser is in the middle of is let go; the next item is looked for in the letters themselves. */
  function giveUp() {
    recorder.lose('too-large', '')
    linesBefore += (parser?.line ?? 1) - 1
    sought = ''
  }

  function seek(text: string) {
    const at = text.search(nextItem)
    const passed = at < 0 ? Math.max(0, text.length - longestTagStart) : at
    linesBefore += text.slice(0, passed).split('\n').length - 1
    if (at < 0) {
      sought = text.slice(passed)
      return
    }
    sought = null
    letters = 0
    parser = createParser(true)
    read(text.slice(at))
  }
}

/** Letters that XML forbids, and that people pasted into their texts nevertheless. */
function withoutForbidden(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, (sign) =>
    sign >= '\u007f' && sign <= '\u009f' ? sign : '',
  )
}
