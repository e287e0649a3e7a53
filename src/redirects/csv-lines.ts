import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { fold } from '../text/fold.ts'
import type { Line } from './judge-addresses.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/** A file of old and new addresses, as far as a first look tells. */
export type CsvFile = { path: string; encoding: Encoding; delimiter: ',' | ';' | '\t'; bytes: number }

/** Two addresses and some words beside them. */
const longestLine = 16_384
const headBytes = 4_096
const delimiters = [';', '\t', ','] as const
const oldNames = /^(old|cu|dia chi cu|duong dan cu|url cu|from|source|nguon)( url| address)?$/
const newNames = /^(new|moi|dia chi moi|duong dan moi|url moi|to|target|dich)( url| address)?$/

/** Null for a file that holds no lines of text, such as a workbook of Excel. */
export async function examineCsv(path: string): Promise<CsvFile | null> {
  const { head, bytes } = await readHead(path)
  const encoding = markedEncoding(head) ?? ((await isUtf8(path)) ? 'utf-8' : 'windows-1258')
  if (!encoding.startsWith('utf-16') && head.includes(0)) return null
  if (head.toString('latin1', 0, 2) === 'PK') return null
  const [firstLine = ''] = new TextDecoder(encoding)
    .decode(head)
    .trimStart()
    .split(/\r\n?|\n/)
  return { path, encoding, delimiter: delimiters.find((sign) => looksParted(firstLine, sign)) ?? ',', bytes }
}

async function readHead(path: string): Promise<{ head: Buffer; bytes: number }> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return { head: buffer.subarray(0, bytesRead), bytes: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

function markedEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** Addresses hold commas, so it counts what stands behind the sign: another address, or the name of a column. */
function looksParted(line: string, sign: string): boolean {
  const cells = line.split(sign).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  return (
    cells.length > 1 && cells.slice(1).some((cell) => /^(\/|https?:|\d+$)/i.test(cell) || newNames.test(fold(cell)))
  )
}

/** Every line, with its number in the file and the bytes read so far. Needs no more memory for a long file. */
export async function* readCsv(file: CsvFile): AsyncGenerator<{ line: Line; readBytes: number }> {
  const source = createReadStream(file.path)
  const broken: number[] = []
  const text = Readable.from(soundLines(decoded(source, file.encoding), (number) => void broken.push(number)))
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)

  let columns: Columns | null = null
  for await (const { record, info } of parser as AsyncIterable<Record>) {
    for (const number of broken.splice(0)) yield { line: brokenLine(number), readBytes: source.bytesRead }
    const isFirst = columns === null
    columns ??= namedColumns(record) ?? { old: 0, target: 1, isNamed: false }
    if (isFirst && columns.isNamed) continue
    yield { line: lineOf(record, info.lines, columns), readBytes: source.bytesRead }
  }
  for (const number of broken) yield { line: brokenLine(number), readBytes: source.bytesRead }
}

/**
 * No address goes over two lines, so a quotation mark that is never closed harms one line, not all that follow. An empty one
 * stands in its place, and the numbers stay.
 */
async function* soundLines(texts: AsyncIterable<string>, onBroken: (number: number) => void): AsyncGenerator<string> {
  let begun = ''
  let number = 0
  const sound = (line: string) => {
    number += 1
    const isSound = line.length <= longestLine && (line.split('"').length - 1) % 2 === 0
    if (!isSound) onBroken(number)
    return isSound ? line : ''
  }
  for await (const text of texts) {
    const lines = (begun + text).split(/\r\n|\n|\r(?!$)/)
    // Of a line that never ends no more is kept than tells so.
    begun = (lines.pop() ?? '').slice(0, 2 * longestLine)
    if (lines.length > 0) yield `${lines.map(sound).join('\n')}\n`
  }
  yield sound(begun.replace(/\r$/, ''))
}

type Record = { record: string[]; info: { lines: number } }
type Columns = { old: number; target: number; isNamed: boolean }

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

function namedColumns(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => fold(cell.trim()))
  const [old, target] = [names.findIndex((name) => oldNames.test(name)), names.findIndex((name) => newNames.test(name))]
  return old < 0 || target < 0 ? null : { old, target, isNamed: true }
}

/** More cells than two are a comma that nobody put between quotation marks. */
function lineOf(cells: readonly string[], number: number, { old, target, isNamed }: Columns): Line {
  const isWhole = cells.length > Math.max(old, target) && (isNamed || cells.slice(2).every((cell) => cell === ''))
  return { number, old: cells[old] ?? '', target: isWhole ? (cells[target] ?? '') : '', isWhole }
}

const brokenLine = (number: number): Line => ({ number, old: '', target: '', isWhole: false })
