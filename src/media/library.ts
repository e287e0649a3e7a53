export const libraryFilters = ['all', 'missing', 'unsourced', 'unused', 'alike'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

export const libraryLooks = ['grid', 'list'] as const
export type LibraryLook = (typeof libraryLooks)[number]

/** `search` is as it was typed; `before` is the id of the last picture already seen. */
export type LibraryWish = { filter: LibraryFilter; look: LibraryLook; search: string; before: number | null }

/** An article that shows a picture, in its draft or in what readers see. */
export type PictureUse = { articleId: number; title: string }
