export type Link = { text: string; path: string }

/** Where nothing was published: what is missing, and the nearest that is there. */
export type Blank = { blank: { title: string; text: string; nearest: Link | null } | null }
