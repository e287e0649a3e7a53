export const libraryFilters = ['all', 'missing', 'unused'] as const
export type LibraryFilter = (typeof libraryFilters)[number]

/** `search` is as it was typed; `before` is the id of the last picture already seen. */
export type LibraryWish = { filter: LibraryFilter; search: string; before: number | null }

/** An article that shows a picture, in its draft or in what readers see. */
export type PictureUse = { articleId: number; title: string }
