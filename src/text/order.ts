// The rules of Unicode's CLDR for 'vi' are those of our dictionaries: a ă â … d đ …, and ngang huyền hỏi ngã sắc nặng.
const collator = new Intl.Collator('vi', { numeric: true })

/** For `sort`: Vietnamese order, "Bài 2" before "Bài 10". A total order: only identical strings are equal. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b) || compareCodeUnits(a, b)
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
