import { toneKey } from '../text/fold.ts'
import { slugOf } from '../text/slug.ts'

/** A tag or the name of an author, under which readers find articles. */
export type Label = {
  id: number
  kind: LabelKind
  /** Last step of its address: the same for ever, whatever spelling comes after. */
  slug: string
  /** As the newest article writes it. */
  name: string
}

export type LabelKind = 'tag' | 'author'

/** A label as one article writes it; two spellings of one name have one key. */
export type WrittenLabel = { kind: LabelKind; key: string; name: string }

/** Longer ones are sentences that somebody typed into the wrong field. */
const longestName = 100

export function labelsIn({ tags, author }: { tags: readonly string[]; author: string }): WrittenLabel[] {
  const labels = [
    ...tags.map((name) => ({ kind: 'tag', key: toneKey(name), name }) as const),
    ...authorsIn(author).map((name) => ({ kind: 'author', key: toneKey(name), name }) as const),
  ]
  const fit = labels.filter(({ name }) => name.length <= longestName && slugOf(name) !== '')
  return [...new Map(fit.map((label) => [`${label.kind} ${label.key}`, label])).values()]
}

const credit = /^(?:tin|bài|ảnh|thực hiện|tổng hợp|tác giả|text|photos?)[^:]{0,24}:\s*/iu
const between = /\s*[,;&]\s*|\s+(?:và|-|–)\s+/u
const personName = /^\p{Lu}[\p{L}\p{M}’'.]*(?:\s+\p{Lu}[\p{L}\p{M}’'.]*)*$/u

/**
 * “Tin, ảnh: Lan Hương - Minh Đức” names two people; “Sở Văn hóa, Thể thao và Du lịch” is one office, since not every piece
 * is written like the name of a person.
 */
export function authorsIn(byline: string): string[] {
  const text = byline.replace(credit, '').trim()
  const names = text.split(between).filter((name) => name !== '')
  if (names.every((name) => personName.test(name))) return names
  return text === '' ? [] : [text]
}

/** The address that a name gets when others have that of its letters: “Lan Hường” after “Lan Hương” is `lan-huong-2`. */
export function freeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const slug = slugOf(name)
  for (let number = 1; ; number++) {
    const wished = number === 1 ? slug : `${slug}-${number}`
    if (!isTaken(wished)) return wished
  }
}
