/** What readers are told of an article after its publication. Text that does not belong to its kind is empty. */
export type Update = {
  /** An explanation answers a reader who reported an error. */
  kind: 'update' | 'correction' | 'explanation'
  /** ISO 8601 UTC. */
  at: string
  note: string
  wrong: string
  right: string
}

/** A correction with the article that it is about, for the list of all. */
export type Correction = { update: Update; article: { id: number; slug: string; title: string } }
