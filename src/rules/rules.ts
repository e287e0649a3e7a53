/** How this newsroom works; an administrator chooses. */
export type Rules = {
  /** One: somebody approves. Two: somebody reviews, then somebody approves. */
  gates: 1 | 2
  /** Nobody passes her own gate. */
  fourEyes: boolean
  /** Readers may report an error in an article. */
  readerReports: boolean
  /** Staff must confirm each sign-in with a second factor. */
  secondFactor: boolean
}

export const rulesAtFirst: Rules = { gates: 1, fourEyes: false, readerReports: false, secondFactor: false }
