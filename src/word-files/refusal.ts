/** Why a file does not become a draft; `words.refusals` has the sentence. */
export type Refusal = 'not-a-document' | 'old-doc' | 'too-large' | 'bomb' | 'damaged' | 'encrypted' | 'empty'

/** Thrown where a file is read, caught where the reading began. */
export class Unreadable extends Error {
  readonly refused: Refusal

  constructor(refused: Refusal) {
    super(refused)
    this.refused = refused
  }
}
