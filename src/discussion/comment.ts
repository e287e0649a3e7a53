/** Somebody who can sign in and may work on the article. */
export type Colleague = { id: number; name: string }

export type Comment = {
  id: number
  by: Colleague
  at: string
  /** Plain text; null once its writer took it back. */
  body: string | null
  /** Whom it calls besides the person who reads the list, in Vietnamese order. */
  mentioned: string[]
  /** Whether it calls her too, and whether she has seen that. */
  callsReader: 'no' | 'unseen' | 'seen'
}

/** A stretch of comments, oldest first. */
export type CommentList = { comments: Comment[]; hasOlder: boolean }
