export const archiveRoot = '/luu-tru'
export const latestPath = '/tin-moi'
export const mostReadPath = '/tin-doc-nhieu'
export const siteMapPath = '/so-do-cong'

/** Narrows the archive to a category and those below it: its path without the first stroke. */
export const categoryParameter = 'chuyen-muc'
/** The list of the latest goes on after the article with this number. */
export const afterParameter = 'sau'

/** Of `2017`, `2017-02` or `2017-02-16`; without a period the archive's first page. */
export const archivePath = (period = ''): string =>
  period === '' ? archiveRoot : `${archiveRoot}/${period.replaceAll('-', '/')}`

export const olderPath = (afterId: number): string => `${latestPath}?${afterParameter}=${afterId}`
