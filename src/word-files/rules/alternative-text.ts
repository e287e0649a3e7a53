import { looksLikeFileName } from '../../text/file-name.ts'
import { normalLine } from '../../text/normal-form.ts'

/** What programs write where nobody described the picture: "Picture 3", "A group of people …, generated automatically". */
const madeByProgram = [
  /^(?:picture|image|graphic|graphics|object|hình ảnh|hình|ảnh|bức ảnh|imagen?|frame|khung)\s*\d*$/iu,
  /description automatically generated|mô tả được tạo tự động|AI-generated content/iu,
]
const credit = /\s*[(–-]?\s*(?<![\p{L}])Ảnh(?:\s+(?:minh họa|tư liệu))?\s*:.*$/iu

/** What the author said of a picture, empty where a program said it. */
export function ownDescription(written: string): string {
  const line = normalLine(written)
  return looksLikeFileName(line) || madeByProgram.some((pattern) => pattern.test(line)) ? '' : line
}

/** A caption says what the picture shows, but for the name of its photographer. */
export const descriptionFrom = (caption: string): string => partCaption(caption).caption

/** "Quang cảnh hội nghị. Ảnh: Lan Hương" is a caption and a credit. */
export function partCaption(written: string): { caption: string; credit: string } {
  const caption = normalLine(written.replace(credit, ''))
  const rest = normalLine(credit.exec(written)?.[0] ?? '')
  const inside = rest.startsWith('(') ? rest.replace(/\)$/, '') : rest
  return { caption, credit: inside.replace(/^[(–-]\s*/, '') }
}
