type Id = number | ':id'

export const categoriesPath = '/quan-tri/chuyen-muc'
export const newCategoryPath = '/quan-tri/chuyen-muc/moi'
/** Names the category that the new one shall stand in. */
export const parentParameter = 'cha'
export const newChildPath = (parentId: number) => `${newCategoryPath}?${parentParameter}=${parentId}`
export const categoryPath = (id: Id) => `/quan-tri/chuyen-muc/${id}`
export const moveUpPath = (id: Id) => `/quan-tri/chuyen-muc/${id}/len`
export const moveDownPath = (id: Id) => `/quan-tri/chuyen-muc/${id}/xuong`
export const hideCategoryPath = (id: Id) => `/quan-tri/chuyen-muc/${id}/an`
export const showCategoryPath = (id: Id) => `/quan-tri/chuyen-muc/${id}/hien-lai`
export const removeCategoryPath = (id: Id) => `/quan-tri/chuyen-muc/${id}/xoa`

/** Where a category stands on the page of the tree. */
export const categoryAnchor = (id: number) => `chuyen-muc-${id}`
