export type PageStep =
  | { kind: 'gap' }
  | { kind: 'here'; number: number }
  | { kind: 'page'; number: number; address: string; isLast: boolean }

/** What `part('site/pages', pages)` shows; fewer than two steps show nothing. */
export type Pages = { steps: PageStep[]; previous: string | null; next: string | null; range: string }

export const pageParameter = 'trang'

/** Null when the number is not one that a link of ours could carry; `undefined` means the first page. */
export function pageNumber(text: unknown): number | null {
  if (text === undefined) return 1
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** At least one page, so that an empty list has a first page and no second. */
export const countPages = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage))

type PagesWish = { here: number; perPage: number; total: number; address: (page: number) => string; range: RangeWords }
type RangeWords = (from: number, to: number, total: number) => string

/** First, last, and two around the present one. */
export function paginate({ here, perPage, total, address, range }: PagesWish): Pages {
  const last = countPages(total, perPage)
  const shown = [...new Set([1, here - 1, here, here + 1, last])].filter((page) => page >= 1 && page <= last)
  const steps = shown
    .sort((a, b) => a - b)
    .flatMap((page, place): PageStep[] => {
      const before = shown[place - 1]
      const step: PageStep =
        page === here
          ? { kind: 'here', number: page }
          : { kind: 'page', number: page, address: address(page), isLast: page === last }
      return before !== undefined && page - before > 1 ? [{ kind: 'gap' }, step] : [step]
    })
  return {
    steps,
    previous: here > 1 ? address(here - 1) : null,
    next: here < last ? address(here + 1) : null,
    range: range((here - 1) * perPage + 1, Math.min(here * perPage, total), total),
  }
}

/** Address of a numbered page: the first has none of its own, so that one list has one address. */
export function pageAddress(path: string, query: Record<string, string>, page: number): string {
  const wanted = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  if (page > 1) wanted.set(pageParameter, String(page))
  const search = wanted.toString()
  return search ? `${path}?${search}` : path
}
