import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { receiver } from '../announcements/given-receiver.ts'
import { createClient } from '../support/client.ts'
import * as given from '../support/given.ts'
import { an } from '../support/people.ts'
import { signIn } from '../support/test-portal.ts'
import { type RunningPortal, runningPortal, until } from './running-portal.ts'

/** Somebody at the newsroom of a running portal; her category is there from then on. */
async function editorAt(portal: RunningPortal) {
  const editor = createClient(portal.origin)
  await signIn(editor, an)
  const category = { name: 'Tin tức', slug: '', description: '', parent: '' }
  assert.equal((await editor.post('/quan-tri/chuyen-muc/moi', category)).status, 303)
  return async (title: string) => {
    const answer = await editor.post('/quan-tri/bai-viet/dang', given.typedArticle({ title, categoryId: '1' }))
    assert.equal(answer.status, 303, answer.main())
  }
}

test('what was published just before the portal is killed is told by the next one', async () => {
  const app = await receiver()
  const portal = await runningPortal(app.settings)
  const publish = await editorAt(portal)
  await publish('Khánh thành cầu Tân An')
  portal.process.kill('SIGKILL')
  await portal.ended
  const before = app.told.length

  await runningPortal({ ...app.settings, DATABASE_URL: portal.databaseUrl, UPLOADS: portal.uploads })
  await until(() => app.told.length > 0)
  assert.ok(before <= 1)
  assert.equal(new Set(app.told.map(({ headers }) => headers['webhook-id'])).size, 1)
  assert.equal(app.told[0]?.message.data['title'], 'Khánh thành cầu Tân An')
})

test('two workers tell each thing once, whichever of them published it, and stop at once although a receiver hangs', async () => {
  const app = await receiver()
  const portal = await runningPortal({ ...app.settings, WORKERS: '2' })
  const publish = await editorAt(portal)
  for (const title of ['Tin một', 'Tin hai', 'Tin ba']) await publish(title)
  await until(() => app.told.length >= 3)
  await publish('Tin bốn')
  app.answer('hang')
  await until(() => app.told.length >= 4)
  assert.deepEqual(
    app.told.map(({ message }) => message.data['title']),
    ['Tin một', 'Tin hai', 'Tin ba', 'Tin bốn'],
  )

  const begun = performance.now()
  portal.process.kill('SIGTERM')
  await once(portal.process, 'exit')
  assert.ok(performance.now() - begun < 9_000)
})
