import { fold } from './fold.ts'

/** The part of an address that says what the page is about: `[a-z0-9-]`, empty for a text without letters and digits. */
export function slugOf(text: string, maxLength = 100): string {
  // NFKC makes plain what Word beautifies: m² becomes m2, the ligature ﬁ becomes fi.
  const letters = fold(text.normalize('NFKC')).replaceAll('&', ' va ').replace(/['’ʼ]/g, '')
  const slug = letters.match(/[a-z0-9]+/g)?.join('-') ?? ''
  return cutAtSyllable(slug, maxLength)
}

function cutAtSyllable(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const end = slug.lastIndexOf('-', maxLength)
  return end > 0 ? slug.slice(0, end) : slug.slice(0, maxLength)
}
