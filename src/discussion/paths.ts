type ArticleId = number | ':id'

/** The editor's own address, below which this room's addresses lie. */
export const editorPath = (articleId: ArticleId) => `/quan-tri/bai-viet/${articleId}`
export const commentsPath = (articleId: ArticleId) => `${editorPath(articleId)}/trao-doi`
export const mentionsSeenPath = (articleId: ArticleId) => `${commentsPath(articleId)}/da-xem`
export const removeCommentPath = (articleId: ArticleId, commentId: number | ':comment') =>
  `${commentsPath(articleId)}/${commentId}/xoa`
export const presencePath = (articleId: ArticleId) => `${editorPath(articleId)}/co-mat`
export const leavePath = (articleId: ArticleId) => `${presencePath(articleId)}/roi`

export const discussionAnchor = 'trao-doi'
/** Where the comments of an article stand, beside its editor. */
export const discussionPath = (articleId: number) => `${editorPath(articleId)}#${discussionAnchor}`
