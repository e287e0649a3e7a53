import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hideCategory, moveCategory, removeCategory, showCategory } from '../../src/categories/arrange-categories.ts'
import { changeCategory } from '../../src/categories/change-category.ts'
import { addCategory, categoryReader, menuOf } from '../../src/categories/index.ts'
import { emptyTree, fileArticle, wishFor } from './given-tree.ts'

const conflict = { status: 409 }
const missing = { status: 404 }

test('a new category stands last in its place and has its address at once', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const economy = await given.add('Kinh tế', news)
  await given.add('Thông báo')
  await given.add('Giáo dục', news)

  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/tin-tuc/kinh-te', '/tin-tuc/giao-duc', '/thong-bao'])
  assert.equal(await categoryReader(given.database.read).findIdByPath('/tin-tuc/kinh-te'), economy)
})

test('a new category is written down as its author gave it', async () => {
  const given = await emptyTree()
  const wish = wishFor('Kinh tế', { slug: 'Kinh tế huyện', description: 'Mùa vụ, giá cả.', homePosition: 2 })
  const id = await addCategory(given, null, wish)

  const { slug, name, description, homePosition, hiddenAt } = (await given.tree()).find(id) ?? assert.fail()
  const { parentId: _, ...details } = wish
  assert.deepEqual({ slug, name, description, homePosition }, { ...details, slug: 'kinh-te-huyen' })
  assert.equal(hiddenAt, null)
  assert.deepEqual(await given.auditLines(), [{ act: 'created', subject_title: 'Kinh tế', note: '' }])
})

test('two people who add the same category at once do not both succeed', async () => {
  const given = await emptyTree()
  await given.add('Tin tức')
  const outcomes = await Promise.allSettled([given.add('Kinh tế'), given.add('Kinh tế')])

  assert.deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/kinh-te'])
})

test('after a change of name and address the old addresses lead to the same categories', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const economy = await given.add('Kinh tế', news)
  await changeCategory(given, null, news, wishFor('Tin trong huyện'))

  const reader = categoryReader(given.database.read)
  assert.deepEqual(await given.addresses(), ['/tin-trong-huyen', '/tin-trong-huyen/kinh-te'])
  assert.equal(await reader.findIdByPath('/tin-tuc'), news)
  assert.equal(await reader.findIdByPath('/tin-tuc/kinh-te'), economy)
  assert.equal(await reader.findIdByPath('/tin-trong-huyen/kinh-te'), economy)
  assert.deepEqual((await given.auditLines()).at(-1), {
    act: 'changed',
    subject_title: 'Tin trong huyện',
    note: 'Tin tức → Tin trong huyện; /tin-tuc → /tin-trong-huyen',
  })
  assert.deepEqual(given.relisted, [])
})

test('an address that was left free belongs to its next owner', async () => {
  const given = await emptyTree()
  const first = await given.add('Kinh tế')
  await changeCategory(given, null, first, wishFor('Kinh tế - tài chính'))
  const second = await given.add('Kinh tế')

  assert.equal(await categoryReader(given.database.read).findIdByPath('/kinh-te'), second)
})

test('a category moves with everything below it, and their articles are listed anew', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const notices = await given.add('Thông báo')
  await given.add('Tuyển dụng', notices)
  const economy = await given.add('Kinh tế', news)
  const sugar = await given.add('Cây mía', economy)
  await changeCategory(given, null, economy, wishFor('Kinh tế', { parentId: notices }))

  const addresses = ['/thong-bao/kinh-te', '/thong-bao/kinh-te/cay-mia']
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/thong-bao', '/thong-bao/tuyen-dung', ...addresses])
  assert.deepEqual(given.relisted, [{ ids: [economy, sugar], addresses }])
  assert.equal(await categoryReader(given.database.read).findIdByPath('/tin-tuc/kinh-te/cay-mia'), sugar)
  const note = '/tin-tuc/kinh-te → /thong-bao/kinh-te'
  assert.deepEqual((await given.auditLines()).at(-1), { act: 'moved', subject_title: 'Kinh tế', note })
})

test('nothing changes when listing the articles anew fails', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const economy = await given.add('Kinh tế')
  const relist = () => Promise.reject(new Error('disk full'))

  await assert.rejects(
    changeCategory({ ...given, relist }, null, economy, wishFor('Kinh tế', { parentId: news })),
    /disk full/,
  )
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/kinh-te'])
  assert.equal(await categoryReader(given.database.read).findIdByPath('/tin-tuc/kinh-te'), null)
  assert.equal((await given.auditLines()).length, 2)
})

test('two people cannot hang two categories on each other', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const economy = await given.add('Kinh tế')
  await Promise.allSettled([
    changeCategory(given, null, news, wishFor('Tin tức', { parentId: economy })),
    changeCategory(given, null, economy, wishFor('Kinh tế', { parentId: news })),
  ])

  assert.equal((await given.addresses()).length, 2)
  await assert.rejects(changeCategory(given, null, news, wishFor('Tin tức', { parentId: news })), conflict)
})

test('up and down pass one sibling at a time and stop at the ends', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  await given.add('Một', news)
  const two = await given.add('Hai', news)
  const three = await given.add('Ba', news)

  await moveCategory(given, null, three, 'up')
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/tin-tuc/mot', '/tin-tuc/ba', '/tin-tuc/hai'])
  await moveCategory(given, null, three, 'up')
  await moveCategory(given, null, three, 'up')
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/tin-tuc/ba', '/tin-tuc/mot', '/tin-tuc/hai'])
  await moveCategory(given, null, three, 'down')
  await moveCategory(given, null, two, 'down')
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/tin-tuc/mot', '/tin-tuc/ba', '/tin-tuc/hai'])

  const moves = (await given.auditLines()).filter((line) => line.act === 'moved')
  assert.deepEqual(
    moves.map((line) => line.subject_title),
    ['Ba', 'Ba', 'Ba'],
  )
})

test('a hidden category leaves the menu with everything below it, and its address stays', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  await given.add('Kinh tế', news)
  await given.add('Thông báo')
  const menu = async () => menuOf(await categoryReader(given.database.read).getTree()).map((node) => node.name)

  await hideCategory(given, null, news)
  await hideCategory(given, null, news)
  assert.deepEqual(await menu(), ['Thông báo'])
  assert.equal(await categoryReader(given.database.read).findIdByPath('/tin-tuc'), news)
  await showCategory(given, null, news)
  await showCategory(given, null, news)
  assert.deepEqual(await menu(), ['Tin tức', 'Thông báo'])
  assert.deepEqual(
    (await given.auditLines()).slice(3).map((line) => line.act),
    ['hid', 'showed'],
  )
})

test('a category with children or articles stays', async () => {
  const given = await emptyTree()
  const news = await given.add('Tin tức')
  const economy = await given.add('Kinh tế', news)
  await fileArticle(given, economy, '2017-02-16T03:00:00.000Z')

  assert.equal(await removeCategory(given, null, news), 'has-children')
  assert.equal(await removeCategory(given, null, economy), 'has-articles')
  assert.deepEqual(await given.addresses(), ['/tin-tuc', '/tin-tuc/kinh-te'])
  assert.equal((await given.auditLines()).length, 2)
})

test('an empty category goes, with its addresses', async () => {
  const given = await emptyTree()
  const id = await given.add('Kinh tế')
  await changeCategory(given, null, id, wishFor('Kinh tế huyện'))

  assert.equal(await removeCategory(given, null, id), 'removed')
  assert.deepEqual(await given.addresses(), [])
  assert.equal(await categoryReader(given.database.read).findIdByPath('/kinh-te'), null)
  assert.deepEqual((await given.auditLines()).at(-1), { act: 'deleted', subject_title: 'Kinh tế huyện', note: '' })
  await assert.rejects(removeCategory(given, null, id), missing)
})

test('the tree counts what readers can find now', async () => {
  const given = await emptyTree()
  const economy = await given.add('Kinh tế')
  const notices = await given.add('Thông báo')
  await fileArticle(given, economy, '2017-02-16T03:00:00.000Z')
  await fileArticle(given, economy, '2017-02-18T03:00:00.000Z')

  const counts = await categoryReader(given.database.read).countListed(given.world.clock.now())
  assert.equal(counts.get(economy), 1)
  assert.equal(counts.has(notices), false)
})
