import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { fold } from '../../text/fold.ts'
import type { Field, Mapping } from '../mapping.ts'
import { type OldArticle, type OldThing, type Place, problem } from '../old-article.ts'
import { readOldDate } from '../old-date.ts'
import type { TextStream } from './text-stream.ts'

/** What columns are called, where the mapping says nothing of them. */
const names: Record<Field, string[]> = {
  key: ['key', 'id', 'ma', 'guid'],
  address: ['address', 'url', 'link', 'dia chi', 'duong dan'],
  title: ['title', 'tieu de', 'ten bai'],
  lead: ['lead', 'sapo', 'tom tat', 'trich dan', 'mo ta', 'description'],
  body: ['body', 'content', 'noi dung', 'html'],
  date: ['date', 'published', 'ngay dang', 'ngay', 'thoi gian'],
  author: ['author', 'tac gia', 'nguoi dang'],
  category: ['category', 'chuyen muc', 'danh muc'],
  tags: ['tags', 'tu khoa', 'the'],
  cover: ['cover', 'image', 'anh', 'anh dai dien', 'hinh anh'],
  attachments: ['attachments', 'files', 'tep', 'dinh kem', 'tep dinh kem'],
}

const mostRowLetters = 8_000_000

type Rows = { name: string; text: TextStream; mapping: Mapping; timeZone: string }
type Row = Record<string, string>

/** Rows of a table; the first line names its columns. Quotes that do not close cost their row, not those after it. */
export async function* readCsvRows({ name, text, mapping, timeZone }: Rows): AsyncGenerator<OldThing> {
  const skipped: OldThing[] = []
  let number = 0
  const parser = Readable.from(text.chunks()).pipe(
    parse({
      bom: true,
      columns: (header: string[]) => header.map((column) => fieldOf(column, mapping) ?? `- ${column}`),
      delimiter: delimiterOf(text.start),
      info: true,
      max_record_size: mostRowLetters,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        number++
        skipped.push({
          unread: { file: name, number, line: typeof error?.['lines'] === 'number' ? error['lines'] : null },
          problems: [problem(error?.code === 'CSV_MAX_RECORD_SIZE' ? 'too-large' : 'broken', error?.code ?? '')],
        })
        return undefined
      },
    }),
  )
  for await (const { record, info } of parser as AsyncIterable<{ record: Row; info: { lines: number } }>) {
    yield* skipped.splice(0)
    number++
    yield { article: articleOf(record, { file: name, number, line: info.lines }, mapping, timeZone) }
  }
  yield* skipped
}

function fieldOf(column: string, { columns }: Mapping): Field | null {
  const own = Object.entries(columns).find(([, name]) => fold(name) === fold(column))
  if (own) return own[0] as Field
  const entry = Object.entries(names).find(([, known]) => known.includes(fold(column)))
  return entry ? (entry[0] as Field) : null
}

/** Excel takes the semicolon where a comma parts decimals. */
function delimiterOf(start: string): string {
  const [first = ''] = start.split(/\r?\n/)
  const count = (sign: string) => first.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

function articleOf(row: Row, place: Place, mapping: Mapping, timeZone: string): OldArticle {
  const cell = (field: Field) => row[field]?.trim() ?? ''
  const body = cell('body')
  const parts = (field: Field, sign: RegExp) =>
    cell(field)
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  const category = parts('category', /[>/»]/)
  return {
    place,
    key: cell('key') || cell('address') || cell('title'),
    address: cell('address') || null,
    title: cell('title'),
    lead: cell('lead'),
    body,
    hasLines: !/<(?:p|div|br)\b/i.test(body),
    publishedAt: readOldDate(cell('date'), mapping.dateFormat, timeZone),
    author: cell('author'),
    tags: parts('tags', /[,;|]/),
    categories: category.length > 0 ? [category.map((name) => ({ name, slug: '' }))] : [],
    cover: cell('cover') ? { addresses: [cell('cover')], alternativeText: '', caption: '' } : null,
    attachments: parts('attachments', /[;|\n]/),
    isDraft: false,
    problems: [],
  }
}
