import { parseDate } from '../../text/dates.ts'
import { normalLine } from '../../text/normal-form.ts'
import {
  type Block,
  isInCapitals,
  isOnlyPictures,
  isParagraph,
  isWhollyBold,
  isWhollyItalic,
  type Paragraph,
  wordsOf,
} from '../block.ts'
import { dateOfPlaceLine } from './letterhead.ts'

export type Byline = { author: string; unit: string; source: string; date: string | null }

const longestLine = 100
const mostLines = 4

const label =
  /^(?:tin(?:,| và)? ảnh|tin(?:,| và)? bài|bài(?:,| và)? ảnh|tin, bài(?:,| và)? ảnh|tin|bài|bài viết|ảnh|tác giả|thực hiện|người viết|người thực hiện|biên tập)\s*:\s*/iu
const sourceLabel = /^(?:theo|nguồn|nguồn tin)\s*:?\s+(?=\S)/iu
const postedLabel = /^(?:ngày (?:đăng|viết|đăng bài|đăng tin))\s*:\s*/iu
const unitStart =
  /^(?:văn phòng|ubnd|[uủ][yỷ] ban|uỷ ban|hđnd|hội đồng|phòng|trung tâm|ban|đài (?:truyền|phát|pt|tt)|hội|huyện|tỉnh|công an|sở|trường (?:th|pt|mầm|mẫu|tiểu|đại|cao|chính|dân|trung)|chi cục|cục|xã|phường|thị (?:trấn|xã|đoàn|ủy)|thành (?:phố|đoàn|ủy)|tp|bch|mttq|ubmttq|mặt trận|đoàn (?:thanh|tncs|xã|trường|phường|khối)|liên (?:đoàn|minh)|t[òo][aà] án|toà án|viện|bộ|bảo hiểm|kho bạc|ngân hàng|tổ|công ty|bệnh viện|trạm|hạt|đồn|bqt|cổng thông tin|trang thông tin|vp|báo|tạp chí)(?![\p{L}\p{N}])/iu

/** Who wrote it, as the last lines say, and what is left; pictures may stand below them. */
export function takeByline(blocks: Block[]): { byline: Byline; blocks: Block[] } {
  const byline: Byline = { author: '', unit: '', source: '', date: null }
  const bottom = blocks.findLastIndex((block) => !isOnlyPictures(block)) + 1
  let start = bottom
  while (start > 0 && bottom - start < mostLines) {
    const block = blocks[start - 1]
    if (!block || isOnlyPictures(block) || !isParagraph(block) || !isBylineLine(block)) break
    start--
  }
  const lines = blocks.slice(start, bottom).filter(isParagraph).map(wordsOf)
  // A text of nothing else is no byline; "CHỦ TỊCH" and the name below it sign a document.
  if (start === 0 || lines.some((line) => isInCapitals(line) && !isUnit(line))) return { byline, blocks }
  for (const line of lines) readLine(normalLine(line), byline)
  return { byline, blocks: blocks.toSpliced(start, bottom - start) }
}

/** At the right edge, with a label, or set apart and short as a name; a date may stand among them. */
function isBylineLine(block: Paragraph): boolean {
  const words = bare(wordsOf(block))
  if (words === '' || words.length > longestLine || block.list !== null || block.headingLevel !== null) return false
  const isSetApart = isWhollyBold(block) || isWhollyItalic(block) || wordsOf(block) !== words
  if (dateIn(words) !== null || label.test(words)) return true
  if (/[.;:,!?…]$/.test(words) && !/\p{Lu}\.$/u.test(words)) return false
  if (block.align === 'right') return true
  return isSetApart && (sourceLabel.test(words) || isName(words) || isUnit(words) || parted(words) !== null)
}

const bare = (words: string) => words.replace(/^[([“"]\s*|\s*[)\]”"]$/gu, '').trim()

const dateIn = (words: string) => parseDate(words.replace(postedLabel, '')) ?? dateOfPlaceLine(words)

function readLine(line: string, byline: Byline) {
  const words = bare(line)
  const date = dateIn(words)
  if (date !== null) {
    byline.date = date
  } else if (sourceLabel.test(words)) {
    byline.source = words.replace(sourceLabel, '')
  } else readPeople(words.replace(label, ''), byline)
}

/** "Lan Hương - Văn phòng HĐND và UBND huyện", "Lan Hương (Văn phòng)", "Tin: Lan Hương; Ảnh: Hoàng Nam". */
function readPeople(words: string, byline: Byline) {
  const [person, unit] = parted(words) ?? [isUnit(words) ? '' : words, isUnit(words) ? words : '']
  const people = person.replace(/\s*[;,/–-]?\s*(?<!\p{L})(?:tin|bài|ảnh)\s*:\s*/giu, ', ').replace(/\s*[;/]\s*/g, ', ')
  byline.author = [byline.author, people].filter((name) => name !== '').join(', ')
  byline.unit = [byline.unit, unit].filter((name) => name !== '').join(', ')
}

function parted(words: string): [string, string] | null {
  const found = /^(.{2,60}?)\s+[-–—]\s+(.{2,})$/u.exec(words) ?? /^(.{2,60}?)\s*[(,]\s*([^()]{2,}?)\)?$/u.exec(words)
  const [person = '', unit = ''] = found?.slice(1) ?? []
  return isName(person) && isUnit(unit) ? [person, unit] : null
}

/** Two to six words with a capital, or initials; "Lan Hương và Hoàng Nam" too. */
const isName = (words: string) =>
  /^\p{Lu}[\p{L}\p{M}.]*(?:(?: (?:và|&)|,)? \p{Lu}[\p{L}\p{M}.]*){0,6}$/u.test(words) && !isUnit(words)

const isUnit = (words: string) => unitStart.test(words)
