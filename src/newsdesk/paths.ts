export const newsroomPath = '/quan-tri'
export const articlesPath = '/quan-tri/bai-viet'
export const newArticlePath = '/quan-tri/bai-viet/moi'
export const publishNewPath = '/quan-tri/bai-viet/dang'
/** Shows what stands in the form, saved or not, exactly as readers would get it. */
export const previewTypedPath = '/quan-tri/bai-viet/xem-thu'
/** The body alone, for the preview beside the text. */
export const previewBodyPath = '/quan-tri/bai-viet/xem-truoc'

/** What the text doctor finds in the title, the lead and the body as they stand. */
export const examineTextPath = '/quan-tri/bai-viet/kham-chu'

export const articlePath = (id: number | ':id') => `/quan-tri/bai-viet/${id}`
export const publishPath = (id: number | ':id') => `/quan-tri/bai-viet/${id}/dang`
export const takeDownPath = (id: number | ':id') => `/quan-tri/bai-viet/${id}/go`
export const trashPath = (id: number | ':id') => `/quan-tri/bai-viet/${id}/xoa`
export const restorePath = (id: number | ':id') => `/quan-tri/bai-viet/${id}/khoi-phuc`
