import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Role, mayDo as roleMay, roles } from '../../src/accounts/roles.ts'
import { type Deed, deeds, type Refusal, refusalOf } from '../../src/articles/transitions.ts'
import { articleWhere, isPossible, now, type Standing, standings, type Work, works } from './given-standing.ts'

type Who = 'her' | 'another' | 'nobody'
const whoever: readonly Who[] = ['her', 'another', 'nobody']

/** One question to the table: may she do this to an article that stands so, under these rules? */
type Question = {
  deed: Deed
  role: Role
  work: Work
  standing: Standing
  gates: 1 | 2
  fourEyes: boolean
  submittedBy: Who
  reviewedBy: Who
  /** Who published it past the gates, if anybody did. */
  markedBy: Who
}
type Prohibition = [sentence: string, refusal: Refusal, fits: (one: Question) => boolean]

const asked = (one: Question, ...among: Deed[]) => among.includes(one.deed)
const isBelow = (role: Role, one: Question) => roles.indexOf(one.role) < roles.indexOf(role)
const waits = ({ work }: Question) => work === 'submitted' || work === 'reviewed'
const isPublished = ({ standing }: Question) =>
  standing === 'scheduled' || standing === 'live' || standing === 'expired'
const isKnownToReaders = (one: Question) =>
  isPublished(one) || one.standing === 'withdrawn' || one.standing === 'trash, was live'
const inTrash = ({ standing }: Question) => standing === 'trash' || standing === 'trash, was live'

/** The rules of the office, written down a second time on purpose, as all that is forbidden; the first that fits decides. */
const prohibitions: Prohibition[] = [
  [
    'a writer neither reviews nor sends back',
    'permission',
    (one) => asked(one, 'review', 'send-back') && isBelow('editor', one),
  ],
  [
    'only publishers touch what readers get',
    'permission',
    (one) => asked(one, 'publish', 'publish-unreviewed', 'countersign', 'withdraw') && isBelow('publisher', one),
  ],
  ['what lies in the trash can only be taken out of it', 'state', (one) => inTrash(one) && !asked(one, 'restore')],
  ['what does not lie in the trash is not taken out of it', 'state', (one) => asked(one, 'restore') && !inTrash(one)],
  ['what waits is not handed in again, nor thrown away', 'state', (one) => asked(one, 'submit', 'trash') && waits(one)],
  [
    'what does not wait is not passed, sent back or taken back',
    'state',
    (one) => asked(one, 'review', 'send-back', 'take-back') && !waits(one),
  ],
  ['what was never saved cannot be thrown away', 'state', (one) => asked(one, 'trash') && one.work === 'new'],
  [
    'what is published is withdrawn before it is thrown away',
    'state',
    (one) => asked(one, 'trash') && isPublished(one),
  ],
  ['only what is published is withdrawn', 'state', (one) => asked(one, 'withdraw') && !isPublished(one)],
  [
    'what readers knew is not a writer’s to throw away or to take out of the trash',
    'permission',
    (one) => asked(one, 'trash', 'restore') && isKnownToReaders(one) && isBelow('publisher', one),
  ],
  ['only who handed it in takes it back', 'permission', (one) => asked(one, 'take-back') && one.submittedBy !== 'her'],
  [
    'a reviewer passes what was handed in, once, and only where there are two gates',
    'state',
    (one) => asked(one, 'review') && (one.gates === 1 || one.work === 'reviewed'),
  ],
  [
    'with four eyes nothing is published that did not come through the gates before',
    'state',
    (one) =>
      asked(one, 'publish') &&
      one.fourEyes &&
      one.work !== 'reviewed' &&
      !(one.work === 'submitted' && one.gates === 1),
  ],
  [
    'with four eyes nobody passes what she handed in or passed before',
    'own-gate',
    (one) => asked(one, 'publish', 'review') && one.fourEyes && (one.submittedBy === 'her' || one.reviewedBy === 'her'),
  ],
  [
    'without four eyes there is nothing to go past',
    'state',
    (one) => asked(one, 'publish-unreviewed') && !one.fourEyes,
  ],
  [
    'only what was published in an emergency is countersigned',
    'state',
    (one) => asked(one, 'countersign') && (one.markedBy === 'nobody' || !isKnownToReaders(one)),
  ],
  ['nobody countersigns herself', 'own-gate', (one) => asked(one, 'countersign') && one.markedBy === 'her'],
]

const questions = everyQuestion()

describe('the table of transitions', () => {
  for (const deed of deeds) {
    test(`refuses “${deed}” when a rule of the office forbids it, and never else`, () => {
      const wrong = questions
        .filter((one) => one.deed === deed)
        .map((one) => ({
          ...one,
          says: answerTo(one),
          should: forbidding(one)?.[1] ?? null,
          rule: forbidding(one)?.[0],
        }))
        .filter(({ says, should }) => says !== should)
      assert.deepEqual(wrong.slice(0, 5), [])
    })
  }

  test('allows every deed to somebody, and every rule of the office forbids something', () => {
    const allowed = new Set(questions.filter((one) => answerTo(one) === null).map(({ deed }) => deed))
    assert.deepEqual(
      deeds.filter((deed) => !allowed.has(deed)),
      [],
    )
    const used = new Set(questions.map(forbidding))
    assert.deepEqual(
      prohibitions.filter((one) => !used.has(one)).map(([sentence]) => sentence),
      [],
    )
  })
})

const forbidding = (one: Question) => prohibitions.find(([, , fits]) => fits(one)) ?? null

function answerTo({ deed, role, gates, fourEyes, submittedBy, reviewedBy, markedBy, ...where }: Question) {
  const ids: Record<Who, number | null> = { her: 1, another: 2, nobody: null }
  const signed = { submittedBy: ids[submittedBy], reviewedBy: ids[reviewedBy], markedBy: ids[markedBy] }
  return refusalOf(deed, {
    article: articleWhere({ ...where, ...signed }),
    staff: { id: 1, may: (permission) => roleMay(role, permission) },
    rules: { gates, fourEyes, readerReports: false, secondFactor: false },
    now,
  })
}

function everyQuestion(): Question[] {
  let all: Partial<Question>[] = [{}]
  const times = <K extends keyof Question>(name: K, values: readonly Question[K][]) => {
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))
  }
  times('work', works)
  times('standing', standings)
  all = all.filter(({ work, standing }) => isPossible(work as Work, standing as Standing))
  times('deed', deeds)
  times('role', roles)
  times('gates', [1, 2])
  times('fourEyes', [true, false])
  times('submittedBy', whoever)
  times('reviewedBy', whoever)
  times('markedBy', whoever)
  return (all as Question[]).filter(
    (one) => one.work !== 'new' || [one.submittedBy, one.reviewedBy, one.markedBy].every((who) => who === 'nobody'),
  )
}
