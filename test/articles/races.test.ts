import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { DeskActor } from '../../src/articles/act-on-article.ts'
import { catchUp } from '../../src/articles/catch-up.ts'
import type { DeskArticle } from '../../src/articles/desk-article.ts'
import { countersignArticle, sendBackArticle, takeBackArticle } from '../../src/articles/pass-article.ts'
import { publishArticle, publishUnreviewed } from '../../src/articles/publish-article.ts'
import { restoreArticle, trashArticle, withdrawArticle } from '../../src/articles/remove-article.ts'
import { reviewArticle, type SaveWish, saveArticle, submitArticle } from '../../src/articles/save-article.ts'
import { describePicture } from '../../src/media/index.ts'
import { pictureSearch } from '../../src/search/index.ts'
import { Fault } from '../../src/site/faults.ts'
import * as given from '../support/given.ts'
import { an, binh, duc, huong } from '../support/people.ts'
import { testPortal } from '../support/test-portal.ts'
import { disagreements } from './agreement.ts'
import { actor, articleNow, newArticle, setRules, textOf, wishFor } from './given-desk.ts'

const portal = await testPortal()
const [writer, reviewer, publisher, other, boss] = await Promise.all(
  [huong, binh, duc, given.colleagueOf(duc), an].map((person) => actor(portal, person)),
)
assert.ok(writer && reviewer && publisher && other && boss)
const content = textOf({ categoryId: await given.category(portal, 'Tin tức') })
await setRules(portal, { gates: 2, fourEyes: true })

const pairsOfOneKind = 12

type Deed = (article: DeskArticle) => Promise<unknown>
const typed = (article: DeskArticle, body = article.content.body) => wishFor(article, { ...article.content, body })
type Acting = (tools: typeof portal, by: NonNullable<DeskActor>, wish: SaveWish) => Promise<unknown>
const by =
  (who: NonNullable<DeskActor>, act: Acting, body?: string): Deed =>
  (article) =>
    act(portal, who, typed(article, body))

const submit = by(writer, submitArticle)
const review = by(reviewer, reviewArticle)
const publish = by(publisher, publishArticle)
const rush =
  (who: NonNullable<DeskActor>): Deed =>
  (article) =>
    publishUnreviewed(portal, who, typed(article), 'Lũ đang về.')
const withdraw =
  (who: NonNullable<DeskActor>): Deed =>
  ({ id }) =>
    withdrawArticle(portal, who, id, 'Đăng nhầm.')
const sendBack: Deed = ({ id }) => sendBackArticle(portal, boss, id, 'Thiếu số liệu.')
const takeBack: Deed = ({ id }) => takeBackArticle(portal, writer, id)
const trash: Deed = ({ id }) => trashArticle(portal, publisher, id)
const restore: Deed = ({ id }) => restoreArticle(portal, publisher, id)
const countersign =
  (who: NonNullable<DeskActor>): Deed =>
  ({ id }) =>
    countersignArticle(portal, who, id)

/** What was done before, and what two people do at the same moment. */
const races: [name: string, before: Deed[], one: Deed, another: Deed][] = [
  ['two publish', [submit, review], publish, by(other, publishArticle)],
  ['one publishes, one sends back', [submit, review], publish, sendBack],
  ['one publishes, one takes back', [submit, review], publish, takeBack],
  ['one publishes, one withdraws', [rush(publisher), submit, review], publish, withdraw(other)],
  ['one reviews, one sends back', [submit], review, sendBack],
  ['one reviews, one saves', [submit], review, by(writer, saveArticle, 'Chữ khác.')],
  ['one submits, one saves', [], submit, by(reviewer, saveArticle, 'Chữ khác.')],
  ['one submits, one throws away', [], submit, trash],
  ['two publish past the gates', [], rush(publisher), rush(other)],
  ['two countersign', [rush(publisher)], countersign(boss), countersign(other)],
  ['one countersigns, one withdraws', [rush(publisher)], countersign(boss), withdraw(other)],
  ['two withdraw', [rush(publisher)], withdraw(publisher), withdraw(other)],
  ['two restore', [trash], restore, restore],
]

for (const [name, before, one, another] of races) {
  test(`${name} at the same moment: at least one is done, and everything written agrees`, async () => {
    const articles = await Promise.all(
      Array.from({ length: pairsOfOneKind }, () => newArticle(portal, writer, content)),
    )
    for (const deed of before) {
      for (const [place, { id }] of articles.entries()) {
        await deed(await articleNow(portal, id))
        articles[place] = await articleNow(portal, id)
      }
    }
    const answers = await Promise.all(
      articles.map((article, place) => {
        const deeds = place % 2 ? [one, another] : [another, one]
        return Promise.all(deeds.map((deed) => outcomeOf(deed(article))))
      }),
    )
    for (const pair of answers) assert.ok(pair.includes('done'), pair.join())
    assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
  })
}

test('whoever takes it out of the trash while it is emptied is told that it is gone', async () => {
  const { id } = await newArticle(portal, writer, content)
  await trashArticle(portal, writer, id)
  portal.clock.advance({ days: 31 })
  const { promise: isMarked, resolve: mark } = Promise.withResolvers<void>()
  const eraseElsewhere = async (_transaction: unknown, articleId: number) => {
    if (articleId !== id) return
    mark()
    await wait(100)
  }
  const [, answer] = await Promise.all([
    catchUp({ ...portal, eraseElsewhere }),
    isMarked.then(() => outcomeOf(restoreArticle(portal, writer, id))),
  ])
  assert.match(answer, /^fault (404|409)$/)
  const { write } = portal.database
  const row = await write.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  assert.deepEqual([row.deleted_at === null, row.erased_at === null], [false, false])
  assert.deepEqual(await write.selectFrom('editions').select('id').where('article_id', '=', id).execute(), [])
})

test('whoever publishes with a picture does not wait for whoever describes it, who waits for her', async () => {
  const pictures = await Promise.all(Array.from({ length: 6 }, () => given.picture(portal)))
  const describing = {
    database: portal.database,
    world: portal.world,
    search: pictureSearch(portal.database),
    rerender: async () => {},
  }
  for (const [place, { id }] of pictures.entries()) {
    const article = await newArticle(portal, writer, content)
    const wish = { ...typed(article, `Có ảnh ${place}.`), body: { html: '<p>Có ảnh.</p>', pictureIds: [id] } }
    const description = { alternativeText: 'Ruộng rau xanh.', isDecorative: false, caption: '', credit: '' }
    const answers: unknown[] = await Promise.all([
      outcomeOf(publishUnreviewed(portal, publisher, wish, 'Lũ đang về.')),
      ...Array.from({ length: 4 }, () => describePicture(describing, reviewer, id, description)),
    ])
    assert.equal(answers[0], 'done')
  }
  assert.deepEqual(await disagreements(portal.database, portal.clock.now()), [])
})

/** A bug of either engine, such as two who wait for each other, is thrown on. */
async function outcomeOf(deed: Promise<unknown>): Promise<string> {
  try {
    const outcome = await deed
    if (typeof outcome === 'string') return outcome
    return 'article' in (outcome as object) ? 'done' : 'told'
  } catch (error) {
    if (error instanceof Fault) return `fault ${error.status}`
    throw error
  }
}
