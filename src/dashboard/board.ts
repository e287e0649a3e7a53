import { type Deed, mayDo, type Passing, type Situation, type Stage } from '../articles/index.ts'

/** An article as a line of the board: where it stands and what is told of it; never its body. */
export type BoardArticle = Passing & {
  id: number
  title: string
  categoryId: number | null
  author: string
  /** The account that it was begun with. */
  writtenBy: string
  changedAt: string
  /** The last step that the section is about; empty where there was none. */
  told: { by: string; note: string }
}

/** Why an article waits for somebody. */
export type WaitingKind = 'unreviewed' | 'returned' | 'passing'
export type WaitingArticle = BoardArticle & { kind: WaitingKind }

/** Why an article stands among what is to come. */
export type ComingArticle = BoardArticle & { kind: 'scheduled' | 'ending'; at: string }

/** What she typed into a form that has made no article yet. */
export type UnsavedArticle = { formKey: string; title: string; savedAt: string }

export const mostRows = 8

/** Who looks at the board, by which rules and when. */
export type Reviewer = Omit<Situation, 'article'>

/** The gate that she may open for this article now, as the table of transitions has it. */
export function gateFor(article: Passing, reviewer: Reviewer): Deed | null {
  if (article.stage !== 'submitted' && article.stage !== 'reviewed') return null
  return (['publish', 'review'] as const).find((deed) => mayDo(deed, { ...reviewer, article })) ?? null
}

/** The stages that she may pass something on from, whoever signed it before. */
export const stagesToPass = (reviewer: Reviewer): Stage[] =>
  (['submitted', 'reviewed'] as const).filter((stage) => gateFor({ ...unsigned, stage }, reviewer) !== null)

const unsigned: Omit<Passing, 'stage'> = {
  draftEditionId: 1,
  liveEditionId: null,
  submitted: null,
  reviewed: null,
  unreviewed: null,
  publishedAt: null,
  expiresAt: null,
  withdrawnAt: null,
  deletedAt: null,
}

/** At most so many in all; while there is not room for everything, every list gets its turn. */
export function fairShare<Row>(lists: readonly (readonly Row[])[], most: number): Row[] {
  const taken = lists.map(() => 0)
  for (let left = most; left > 0; ) {
    const before = left
    for (const [place, list] of lists.entries()) {
      const count = taken[place] ?? 0
      if (left === 0 || count === list.length) continue
      taken[place] = count + 1
      left -= 1
    }
    if (left === before) break
  }
  return lists.flatMap((list, place) => list.slice(0, taken[place]))
}
