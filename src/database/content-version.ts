/** Tells whether a page that was made is still what readers should get. The number grows with everything that they see. */
export type ContentVersion = {
  /** Null while it cannot be known, as when the database is away. Costs no query. */
  current(): number | null
  /** After a transaction of this process: what it changed is known before whoever asked for it gets an answer. */
  refresh(): Promise<void>
}
