const noBreakSpace = '\u00a0'
const units =
  'km²|km|m²|m³|cm|mm|m|ha|kg|tấn|tạ|lít|%|tuổi|hộ|người|đồng|giờ|phút|giây|ngày|tuần|tháng|năm|lần|tập thể|cá nhân|nghìn|triệu|tỷ|tỉ'
const wordsBeforeNumber = 'ngày|tháng|năm|quý|số|điều|khoản|thứ|lần|bài|trang|tổ|thôn|khu phố'

// "15 tháng 3" is a date, so it may break before "tháng"; "3 tháng" is a measure.
const beforeUnit = new RegExp(String.raw`(?<=\d) (?=(${units})(?![\p{L}\p{M}\p{N}])(?![ \u00a0]\d))`, 'giu')
const afterWord = new RegExp(String.raw`(?<=(?<![\p{L}\p{M}])(?:${wordsBeforeNumber})) (?=\d)`, 'giu')
const insideUnit = /(?<=\d\u00a0tập) (?=thể)|(?<=\d\u00a0cá) (?=nhân)/giu
const beforeDash = / (?=[-–—] )/g
/** In most titles there is neither, which is seen at a glance. */
const numberOrDash = /\d|[-–—] /

/** For display only: no-break spaces hold "2,4 km", "tháng 3" and the dash of "Lao động - thương binh" in one line. */
export function keepTogether(text: string): string {
  if (!numberOrDash.test(text)) return text
  return [beforeUnit, insideUnit, afterWord, beforeDash].reduce((kept, gap) => kept.replace(gap, noBreakSpace), text)
}

/** At most `maxLength` characters, the last of them `…` where something was left out. */
export function shortenAtWord(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  if (maxLength < 1) return ''
  const room = text.slice(0, maxLength)
  const gap = lastGap(room)
  const kept = gap > 0 ? room.slice(0, gap) : wholeLetters(text, maxLength - 1)
  return `${withoutLastPunctuation(kept)}…`
}

/** How many words a reader sees: what stands between spaces and holds a letter or a digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function lastGap(text: string): number {
  for (let at = text.length - 1; at > 0; at--) if (/\s/.test(text.charAt(at))) return at
  return 0
}

/** A letter and its marks stay together, so do the halves of a surrogate pair. */
function wholeLetters(text: string, maxLength: number): string {
  const letters = text.slice(0, maxLength + 2).match(/\P{M}\p{M}*/gu) ?? []
  let kept = ''
  for (const letter of letters) {
    if (kept.length + letter.length > maxLength) break
    kept += letter
  }
  return kept
}

/** A loop, because a pattern for "punctuation at the end" takes quadratic time over a row of dots. */
function withoutLastPunctuation(text: string): string {
  let end = text.length
  while (end > 0 && /[^\P{P}%]|\s/u.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
