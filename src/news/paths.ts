export const homePath = '/'

/** A title without Latin letters has no slug; the number alone finds the article. */
export const articlePath = ({ slug, id }: { slug: string; id: number }): string =>
  slug ? `/tin-bai/${slug}-${id}` : `/tin-bai/${id}`
