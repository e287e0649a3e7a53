import { parseDate } from '../../text/dates.ts'
import { fold } from '../../text/fold.ts'
import { type Block, isInCapitals, isParagraph, type Paragraph, paragraphsIn, wordsIn, wordsOf } from '../block.ts'

export type Letterhead = {
  documentNumber: string | null
  /** ISO day */
  date: string | null
  /** What an official letter is about, where it has no other title: "Về việc …". */
  subject: string
}

/** The head of every document of the State or the Party (Decree 30/2020, Guidance 36-HD/VPTW). */
const motto = /cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do\W+hanh phuc|dang cong san viet nam/
/** A letterhead stands at the top: how many blocks are looked at. */
const topBlocks = 14

const numberIn = /(?<!\p{L})Số\s*:?\s*(\d{1,6}\p{L}?\s*[/-]\s*[\p{Lu}\d][\p{L}\d/.&-]*)/u
const numberLine = /^Số\s*:?[\s\d.…_]*[/-]/u
const placeAndDate = /^[^,.;]{2,40}, (ngày \d{1,2} tháng \d{1,2} năm \d{4})$/iu
const openPlaceAndDate = /^[^,.;]{2,40}, ngày[\s.…_]*tháng[\s.…_\d]*năm[\s.…_\d]*$/iu
const anywhereDate = /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/iu
const subjectStart = /^(?:V\/v|Về việc)[:.\s]/iu
const agency =
  /^(?:uy ban|ubnd|hdnd|hoi dong|van phong|phong|so|bo|ban|trung tam|cong an|huyen|tinh|xa|thi tran|thi xa|phuong|thanh pho|tp|truong|hoi|doan|dang|chi cuc|cuc|tong cuc|dai|bch|mat tran|uy ban mttq|ubmttq|toa an|vien|bao hiem|ngan hang)\b/

/** What stands above the title of an official document, and the blocks without it; null where there is no such head. */
export function takeLetterhead(blocks: Block[]): { letterhead: Letterhead; blocks: Block[] } | null {
  const top = blocks.slice(0, topBlocks)
  const place = top.findIndex((block) => motto.test(fold(wordsIn([block]))))
  const marked = top[place]
  if (!marked) return null
  const end = isParagraph(marked) ? endOfLines(top) : place + 1
  const head = top.slice(0, end)
  return { letterhead: readHead(head), blocks: [...top.slice(end), ...blocks.slice(topBlocks)] }
}

/** Without a table: the lines of a letterhead, until one is none. */
function endOfLines(top: Block[]): number {
  let [hasMotto, hasNumber] = [false, false]
  for (const [at, block] of top.entries()) {
    if (!isParagraph(block)) return at
    const words = wordsOf(block)
    const isMotto = motto.test(fold(words))
    const isNumber = numberLine.test(words) || numberIn.test(words) || isPlaceAndDate(words)
    const isAgency = isInCapitals(words) && agency.test(fold(words)) && !(hasMotto && hasNumber)
    if (!isMotto && !isNumber && !isAgency && !subjectStart.test(words)) return at
    hasMotto ||= isMotto
    hasNumber ||= isNumber
  }
  return top.length
}

export const isPlaceAndDate = (words: string): boolean => placeAndDate.test(words) || openPlaceAndDate.test(words)

/** `2017-02-15` of "Đak Pơ, ngày 15 tháng 02 năm 2017" that stands alone in its line, else null. */
export function dateOfPlaceLine(words: string): string | null {
  return parseDate(placeAndDate.exec(words)?.[1] ?? '')
}

function readHead(head: Block[]): Letterhead {
  const lines = paragraphsIn(head)
  const words = lines.map(wordsOf)
  const number = words.map((line) => numberIn.exec(line)?.[1]).find((found) => found !== undefined)
  const date = words.map((line) => anywhereDate.exec(line)?.[0]).find((found) => found !== undefined)
  return {
    documentNumber: number?.replace(/\s+/g, '').replace(/[.-]$/, '') ?? null,
    date: date === undefined ? null : parseDate(date),
    subject: subjectIn(head),
  }
}

/** "V/v triển khai …", which may run over several lines of its cell. */
function subjectIn(head: Block[]): string {
  for (const group of cellsIn(head)) {
    const start = group.findIndex((line) => subjectStart.test(wordsOf(line)))
    if (start < 0) continue
    const lines = group.slice(start).map(wordsOf)
    return lines.join(' ').replace(/^V\/v[:.\s]+/iu, 'Về việc ')
  }
  return ''
}

function cellsIn(blocks: Block[]): Paragraph[][] {
  return blocks.flatMap((block) =>
    isParagraph(block) ? [[block]] : block.rows.flatMap(({ cells }) => cells.map((cell) => paragraphsIn(cell.blocks))),
  )
}
