import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeskActor } from '../../src/articles/act-on-article.ts'
import { type DeskArticle, deskState } from '../../src/articles/desk-article.ts'
import { countersignArticle, sendBackArticle, takeBackArticle } from '../../src/articles/pass-article.ts'
import { publishArticle, publishUnreviewed } from '../../src/articles/publish-article.ts'
import { restoreArticle, trashArticle, withdrawArticle } from '../../src/articles/remove-article.ts'
import { reviewArticle, saveArticle, submitArticle } from '../../src/articles/save-article.ts'
import { type Deed, deeds, mayDo } from '../../src/articles/transitions.ts'
import type { Rules } from '../../src/rules/index.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { actor, articleNow, newArticle, savedBy, setRules, textOf, wishFor } from './given-desk.ts'

const portal = await testPortal()
const people = await Promise.all([huong, binh, duc, given.colleagueOf(duc), an].map((person) => actor(portal, person)))
const content = textOf({ categoryId: await given.category(portal, 'Tin tức') })
/** Editions that readers got, so that a rule that stops everything does not pass for a good one. */
const passed = new Set<number | null>()
const marked = new Set<number | null>()

test('with four eyes nothing is live that only one person answers for, unless it is marked', async () => {
  const step = fc.record({ choice: fc.nat(1_000), isTextChanged: fc.boolean(), isRuleChanged: fc.nat(9) })
  const steps = fc.array(step, { minLength: 20, maxLength: 40 })
  const runs = fc.asyncProperty(fc.constantFrom<1 | 2>(1, 2), steps, async (gates, all) => {
    let rules = await setRules(portal, { gates, fourEyes: true })
    const { id } = await newArticle(portal, people[0] ?? null, content)
    for (const [place, { choice, isTextChanged, isRuleChanged }] of all.entries()) {
      portal.clock.advance({ minutes: 1 })
      if (isRuleChanged === 0) rules = await setRules(portal, { ...rules, gates: rules.gates === 1 ? 2 : 1 })
      const article = await articleNow(portal, id)
      const open = allowed(article, rules)
      const next = open[choice % open.length]
      if (next) await act(next.who, next.deed, article, isTextChanged ? `Câu thứ ${place}.` : article.content.body)
      await assertAnsweredFor(await articleNow(portal, id))
    }
  })
  await fc.assert(runs, { numRuns: 25, endOnFailure: true })
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  assert.ok(passed.size > 3, `${passed.size} editions passed all gates`)
  assert.ok(marked.size > 3, `${marked.size} editions passed none`)
})

test('with four eyes whoever publishes sets the hours, and changes nothing else', async () => {
  await setRules(portal, { gates: 1, fourEyes: true })
  const [writer, , publisher] = people
  assert.ok(writer && publisher)
  const draft = await newArticle(portal, writer, content)
  const submitted = savedBy(await submitArticle(portal, writer, wishFor(draft, content)))
  const hours = { publishAt: '2017-12-01T00:00:00.000Z', expireAt: '2017-12-31T17:00:00.000Z' }
  const changed = await publishArticle(portal, publisher, wishFor(submitted, { ...content, ...hours, lead: 'Khác.' }))
  assert.deepEqual(changed, { ownGate: true })
  const planned = savedBy(await publishArticle(portal, publisher, wishFor(submitted, { ...content, ...hours })))
  assert.deepEqual([planned.publishedAt, planned.expiresAt], [hours.publishAt, hours.expireAt])
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
})

function allowed(article: DeskArticle, rules: Rules) {
  const now = portal.clock.now()
  return people.flatMap((who) =>
    deeds.filter((deed) => mayDo(deed, { article, staff: who, rules, now })).map((deed) => ({ who, deed })),
  )
}

async function act(who: NonNullable<DeskActor>, deed: Deed, article: DeskArticle, body: string) {
  const wish = wishFor(article, { ...article.content, body })
  const { id } = article
  const acts: Record<Deed, () => Promise<unknown>> = {
    save: () => saveArticle(portal, who, wish),
    submit: () => submitArticle(portal, who, wish),
    'take-back': () => takeBackArticle(portal, who, id),
    review: () => reviewArticle(portal, who, wish),
    'send-back': () => sendBackArticle(portal, who, id, 'Thiếu số liệu.'),
    publish: () => publishArticle(portal, who, wish),
    'publish-unreviewed': () => publishUnreviewed(portal, who, wish, 'Lũ đang về.'),
    countersign: () => countersignArticle(portal, who, id),
    withdraw: () => withdrawArticle(portal, who, id, 'Đăng nhầm.'),
    trash: () => trashArticle(portal, who, id),
    restore: () => restoreArticle(portal, who, id),
  }
  await acts[deed]()
}

/** Two people put their names to the very edition that readers have: read from its history, not from its signatures. */
async function assertAnsweredFor(article: DeskArticle) {
  if (deskState(article, portal.clock.now()) !== 'live') return
  if (article.unreviewed) {
    marked.add(article.liveEditionId)
    return
  }
  const signing = [
    'submitted',
    'reviewed',
    'published',
    'updated',
    'corrected',
    'published-unreviewed',
    'countersigned',
  ]
  const signed = await portal.database.write
    .selectFrom('article_events')
    .select(['staff_id', 'act'])
    .where('edition_id', '=', article.liveEditionId)
    .where('act', 'in', signing)
    .execute()
  assert.ok(new Set(signed.map(({ staff_id }) => staff_id)).size >= 2, JSON.stringify(signed))
  passed.add(article.liveEditionId)
}
