export const homePath = '/'
export const correctionsPath = '/dinh-chinh'

/** A title without Latin letters has no slug; the number alone finds the article. */
export const articlePath = ({ slug, id }: { slug: string; id: number }): string =>
  slug ? `/tin-bai/${slug}-${id}` : `/tin-bai/${id}`

/** Where a reader tells of an error in this article. */
export const articleReportPath = (article: { slug: string; id: number }): string => `${articlePath(article)}/bao-loi`
