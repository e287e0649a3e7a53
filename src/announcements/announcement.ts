/** `revised` is a small fix, of which readers are not told. A later one of the same kind is a thing of its own. */
export const articleTypes = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.revised',
  'article.withdrawn',
  'article.deleted',
] as const
export type ArticleType = (typeof articleTypes)[number]

export const testType = 'portal.test'
export type AnnouncementType = ArticleType | typeof testType

/** What others are told of an article. */
export type Announcement = {
  type: ArticleType
  /** In the future for an article that waits for its hour. */
  happensAt: string
  /** Of the address that readers had before, when it became another one. */
  previousSlug: string | null
}

/** Readers do not get it any more: nothing that was true before it may still be told. */
export const isEnding = (type: string): boolean => type === 'article.withdrawn' || type === 'article.deleted'

/** One announcement on its way to one receiver. */
export type Delivery = {
  id: number
  /** The same however often it is sent, so that a receiver knows it again. */
  messageId: string
  type: AnnouncementType
  articleId: number | null
  previousSlug: string | null
  happenedAt: string
  /** How often it was tried before. */
  tries: number
}

/** `outdated`: when its turn came, it was not true any more. */
export type Outcome = 'delivered' | 'outdated' | 'given-up'
