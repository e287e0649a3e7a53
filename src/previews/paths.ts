type Token = string
type Id = number | ':id'

/** What somebody without an account opens. */
export const previewsPath = '/xem-truoc'
export const previewPath = (token: Token) => `${previewsPath}/${token}`
export const agreePath = (token: Token) => `${previewPath(token)}/dong-y`
export const askForChangesPath = (token: Token) => `${previewPath(token)}/can-sua`
/** The files of pictures that only this preview shows. */
export const previewFilesPath = (token: Token) => `${previewPath(token)}/anh`

/** Where staff make links to an article and revoke them. */
export const previewLinksPath = (articleId: Id) => `/quan-tri/bai-viet/${articleId}/lien-ket`
export const revokeLinkPath = (articleId: Id, linkId: number | ':link') =>
  `${previewLinksPath(articleId)}/${linkId}/thu-hoi`
