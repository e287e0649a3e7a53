export const homePath = '/'
export const correctionsPath = '/dinh-chinh'

/** A title without Latin letters has no slug; the number alone finds the article. */
export const articlePath = ({ slug, id }: { slug: string; id: number }): string =>
  slug ? `/tin-bai/${slug}-${id}` : `/tin-bai/${id}`

/** The number in the address of an article, with a query or without; null for every other address. */
export function articleIdIn(address: string): number | null {
  const [, id] = /^\/tin-bai\/(?:[^/?#]*-)?(\d{1,9})(?:\?|$)/.exec(address) ?? []
  return id === undefined ? null : Number(id)
}

/** Where a reader tells of an error in this article. */
export const articleReportPath = (article: { slug: string; id: number }): string => `${articlePath(article)}/bao-loi`

/** Behind the path of an article: its address as a picture. */
export const qrEnding = '/qr.svg'
