/** Where people read how programs ask. */
export const guidePath = '/api'

export const apiRoot = '/api/v1'
export const articlesPath = `${apiRoot}/articles`
export const articleItemPath = (id: number | ':id') => `${articlesPath}/${id}`
export const categoriesPath = `${apiRoot}/categories`
export const documentsPath = `${apiRoot}/documents`
export const openApiPath = `${apiRoot}/openapi.json`

export const listParameters = ['after', 'limit', 'category', 'tag', 'since'] as const
export const documentParameters = ['after', 'limit'] as const
