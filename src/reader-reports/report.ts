/** What a reader wrote. Name and contact are empty unless she gave her consent. */
export type SentReport = { body: string; quote: string; name: string; contact: string }

/** How a report was answered; the last two tell readers nothing. */
export const answerKinds = ['corrected', 'explained', 'no-error', 'spam'] as const
export type AnswerKind = (typeof answerKinds)[number]

export type ReportAnswer = { kind: AnswerKind; at: string; by: string }

/** A report in a list. Times are ISO 8601 UTC, as everywhere. */
export type ReportRow = {
  id: number
  articleId: number
  articleTitle: string
  body: string
  at: string
  /** The last moment for an answer. */
  dueAt: string
  answer: ReportAnswer | null
}

export type Report = ReportRow &
  SentReport & {
    /** What readers had when it was sent. */
    editionId: number | null
    /** Since when name and contact are deleted. */
    forgottenAt: string | null
    /** Internal, unless the report was explained: then readers have it too. */
    note: string
    /** The correction that answered it. */
    correction: { note: string; wrong: string; right: string } | null
  }
