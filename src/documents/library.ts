/** `search` is as it was typed; `before` is the id of the last document already seen. */
export type LibraryWish = { search: string; before: number | null }
