/** What an approver may say of an edition; in the history of the article it is called the same. */
export type Verdict = 'agreed' | 'asked-for-changes'

export type Answer = {
  /** The edition that the approver had before her. */
  editionId: number
  /** ISO 8601 UTC. */
  at: string
  verdict: Verdict
  /** What is to be changed; empty when she agreed. */
  note: string
}

/** An answer as the newsroom tells of it. The name was typed by whoever asked: nobody proved it. */
export type ToldAnswer = Answer & { approver: string; askedBy: string }
