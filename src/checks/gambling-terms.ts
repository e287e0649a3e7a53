import { fold } from '../text/fold.ts'
import type { SeenWord } from './seen-text.ts'

/** Words of gambling where they stand: `[first, last]` are places in the list of words. */
export type Sight = { first: number; last: number; kind: 'advert' | 'plain' }

const whole = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'gu')

// In their own marks or in none: "cả cuộc", "đánh bại", "bán cá" and "nhà cai nghiện" are honest words.
const advertInMarks = whole(
  'nhà ?cái(?! (?:gì|này|kia|đó|ấy|nào|đã))|cá ?c(?:ượ|uợ|ươ)c|n[ổỗ] ?h[ũủ]|nha ?cai(?! nghi)|ca ?cuoc|no ?hu',
)
// No other words have these letters.
const advertFolded = whole(
  'tai ?xiu|soi ?keo|keo nha ?cai|keo bong da|baccarat|roulette|game ?bai|(?:cong )?game doi thuong|slot game|game slot|slot online|may slot|quay (?:slot|hu)',
)
// News about arrests and about hotels uses these by itself.
const plain = whole(
  'casino|xóc ?đĩa|xoc ?dia|(?:đánh bài|đánh bạc|bắn cá|đá gà|lô đề|ghi đề|cờ bạc|cá độ|sòng bài|sòng bạc)(?: [^ .]+){0,2} (?:online|trực tuyến|đổi thưởng|qua mạng)',
)

/** Names as they are invented by the hundred: fb88, 789bet, b52club. */
const brand = /^[a-z]{0,3}\d{1,3}[a-z]?(?:bet|win|club|vip)$/
const brands = new Set(
  `kubet sunwin rikvip hitclub manclub shbet debet okvip dafabet sbobet thabet zowin gemwin bong88 fb88 w88 hi88 new88
  jun88 go88 fun88 vn88 sv88 ee88 net88 qh88 st666 mb66 u888 79king bet88 bet365 win55 win79`.split(/\s+/),
)
const hostPart = /nhacai|taixiu|cacuoc|casino|baccarat|xocdia|soikeo|gamebai|doithuong|^nohu/

const law = whole(
  String.raw`công an|cảnh sát|triệt phá|khởi tố|bắt (?:giữ|quả tang|nhóm|tạm giam|khẩn cấp|đối tượng|\d+)|xử phạt|xử lý (?:nghiêm|hình sự)|vi phạm|phòng\.? (?:chống|ngừa)|cảnh (?:báo|giác)|tuyên truyền|tệ nạn|tội phạm|phạm tội|tội|lừa đảo|tố giác|tòa án|toà án|xét xử|bị (?:can|cáo)|trái phép|nghiêm cấm|bài trừ|nghị định|pháp luật`,
)
const enticement = whole(
  'uy tín|khuyến mãi|khuyến mại|đăng ký ngay|tải (?:app|game)|link vào|hoàn trả|tân thủ|cổng game|hàng đầu|số 1|(?:chơi|nhận|truy cập|tham gia) ngay|nạp (?:rút|đầu)',
)

const isBrand = (word: string) => brands.has(word) || (/\d/.test(word) && brand.test(word))

/** In the order of the text; takes time in proportion to its length. */
export function gamblingIn(words: readonly SeenWord[]): Sight[] {
  const marked = words.map(({ text }) => text)
  const folded = foldedEach(marked)
  const named = folded.flatMap((word, place): Sight[] => {
    const pieces = words[place]?.pieces ?? []
    const isNamed = isBrand(word) || (pieces.length > 1 && pieces.some((piece) => isBrand(fold(piece))))
    return isNamed ? [{ first: place, last: place, kind: 'advert' }] : []
  })
  return [
    ...named,
    ...placesOf(advertInMarks, marked, words).map((place): Sight => ({ ...place, kind: 'advert' })),
    ...placesOf(advertFolded, folded, words).map((place): Sight => ({ ...place, kind: 'advert' })),
    ...placesOf(plain, marked, words).map((place): Sight => ({ ...place, kind: 'plain' })),
  ].sort((a, b) => a.first - b.first)
}

/** A text has few different words. */
function foldedEach(words: string[]): string[] {
  const folded = new Map<string, string>()
  return words.map((word) => {
    const known = folded.get(word) ?? fold(word)
    folded.set(word, known)
    return known
  })
}

/** Whether a site is named as gambling sites are. */
export const isGamblingHost = (host: string): boolean =>
  host.split(/[.-]/).some((part) => isBrand(part) || hostPart.test(part))

/** Told by those who act against it. */
export const isAboutLaw = (words: readonly SeenWord[]): boolean => has(law, words)

export const entices = (words: readonly SeenWord[]): boolean => has(enticement, words)

function has(pattern: RegExp, words: readonly SeenWord[]): boolean {
  return (
    placesOf(
      pattern,
      words.map(({ text }) => text),
      words,
    ).length > 0
  )
}

/** Which words a pattern meets in a line of them; a full stop keeps apart what a sign parts. */
function placesOf(pattern: RegExp, spelt: string[], words: readonly SeenWord[]): { first: number; last: number }[] {
  let line = ''
  const starts = spelt.map((word, place) => {
    const start = line.length
    line += word + (words[place]?.endsClause ? '. ' : ' ')
    return start
  })
  let place = 0
  const wordAt = (index: number) => {
    while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= index) place++
    return place
  }
  return [...line.matchAll(pattern)].map(({ 0: found, index }) => ({
    first: wordAt(index),
    last: wordAt(index + found.length - 1),
  }))
}
