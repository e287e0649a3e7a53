import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { deskSearchReader } from '../../src/search/index.ts'
import { type PlacedWords, placedWords } from '../../src/search/index-text.ts'
import { parseQuery } from '../../src/search/query.ts'
import { begun, exactlyBegun } from '../../src/search/query-expression.ts'
import { createTokenizer } from '../../src/search/tokens.ts'
import { holds } from './full-ranking.ts'
import { dayAt, type GivenSearch, givenSearch, now, tomorrow } from './given-search.ts'

/** What both engines promise to staff. Each is held to the same answers, which no engine gave. */
const vocabulary = [
  ...['hội', 'hỏi', 'hoi', 'nghị', 'nghi', 'nghĩa', 'nghĩ', 'đường', 'dương', 'mía', 'mà', 'ma', 'xã', 'xa', 'huyện'],
  ...['Ủy ban nhân dân', 'UBND', 'Đak', 'Đăk', 'K’Bang', '45/QĐ-UBND', '45/QĐ-HĐND', 'hoà', 'hòa', 'Gia-rai', 'Jrai'],
]
const text = fc.array(fc.constantFrom(...vocabulary, '.', '\n'), { maxLength: 14 }).map((words) => words.join(' '))
const typed = fc
  .array(fc.constantFrom(...vocabulary, 'h', 'hu', 'ngh', 'nghĩ', 'hoi ng', 'dak', '"hội nghị"', '"ma mía"', '45/q'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))

test('what staff find follows from the articles alone', async () => {
  const given = await givenSearch()
  const texts = new Map<number, PlacedWords>()
  for (const body of fc.sample(text, { numRuns: 60, seed: 5 })) {
    const lines = body.split('\n').map((line) => line.trim())
    const id = await given.add({ title: '', bodyHtml: lines.map((line) => `<p>${line}</p>`).join(''), isLive: false })
    texts.set(id, placedWords(lines, createTokenizer()))
  }
  let found = 0
  for (const query of fc.sample(typed, { numRuns: 150, seed: 8 })) {
    const expression = begun(parseQuery(query, given.groups))
    const expected = [...texts].filter(([, words]) => holds(words, expression)).map(([id]) => id)
    assert.deepEqual(await given.searchDesk(query), expected, query)
    found += expected.length
  }
  assert.ok(found > 500)
})

test('of what was typed with marks they can tell what holds exactly these', async () => {
  const given = await givenSearch()
  const texts = new Map<number, PlacedWords>()
  for (const line of fc.sample(text, { numRuns: 60, seed: 6 }).map((body) => body.replaceAll('\n', ' '))) {
    texts.set(await given.add({ title: line, isLive: false }), placedWords([line], createTokenizer()))
  }
  let found = 0
  for (const query of fc.sample(typed, { numRuns: 150, seed: 9 })) {
    const expression = exactlyBegun(parseQuery(query, given.groups))
    const ids = await exactlyFound(given, query)
    if (expression === null) assert.equal(ids, null, query)
    else {
      const expected = [...texts].filter(([, words]) => holds(words, expression)).map(([id]) => id)
      assert.deepEqual(ids, expected, query)
      found += expected.length
    }
  }
  assert.ok(found > 200)
})

async function exactlyFound({ database }: GivenSearch, query: string): Promise<number[] | null> {
  const { holdsExactly } = await deskSearchReader(database).narrowArticles(query)
  if (holdsExactly === null) return null
  const rows = await database.read.selectFrom('articles').select('id').where(holdsExactly).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

describe('staff find an article', () => {
  test('by everything that its newest edition says, long before readers do', async () => {
    const given = await givenSearch()
    const categoryId = await given.addCategory('nong-nghiep', 'Nông nghiệp')
    const draft = await given.add({
      title: 'Mùa ép',
      lead: 'Nhà máy vào vụ',
      bodyHtml:
        '<p>Theo Quyết định số 45/QĐ-UBND của <b>Ủy ban nhân dân</b> huyện</p><figure><figcaption>Bãi cát</figcaption></figure>',
      tags: ['đường kính'],
      author: 'Lan Hương',
      unit: 'Phòng Văn hóa',
      categoryId,
      isLive: false,
      at: null,
    })
    await given.add({ title: 'Thứ khác' })

    const ways = [
      'mua ep',
      'nhà máy',
      '45/QĐ-UBND',
      '45/qd-ub',
      'UBND',
      'bai cat',
      'duong kinh',
      'LAN HƯƠNG',
      'phong van hoà',
    ]
    for (const query of [...ways, 'nông nghiệp', '"vào vụ"', 'quyet din', 'ép "lan hương" 45'])
      assert.deepEqual(await given.searchDesk(query), [draft], query)
    for (const query of ['"vụ vào"', '"mùa ép nhà máy"', 'uyết', '46/QĐ-UBND', 'mùa sắn'])
      assert.deepEqual(await given.searchDesk(query), [], query)
  })

  test('by every word that the last one may become', async () => {
    const given = await givenSearch()
    const ids: number[] = []
    for (let number = 1; number <= 40; number++)
      ids.push(await given.add({ title: `DSC0${1800 + number}`, isLive: false }))
    assert.deepEqual(await given.searchDesk('dsc018'), ids)
    assert.deepEqual(await given.searchDesk('"dsc018"'), [])
  })

  test('by the newest edition, not by one before it', async () => {
    const given = await givenSearch()
    const id = await given.add({ title: 'Mùa mía' })
    await given.addDraft(id, { title: 'Mùa sắn' })

    assert.deepEqual(await given.searchDesk('mía'), [])
    assert.deepEqual(await given.searchDesk('sắn'), [id])
    assert.deepEqual(await given.search('mía'), [id])
    assert.deepEqual(await given.search('sắn'), [])
  })

  test('wherever it stands, until it is erased', async () => {
    const given = await givenSearch()
    const ids = [
      await given.add({ title: 'Mía', isLive: false, at: null }),
      await given.add({ title: 'Mía', at: tomorrow }),
      await given.add({ title: 'Mía', at: dayAt(1) }),
    ]
    const withdrawn = await given.add({ title: 'Mía' })
    const trashed = await given.add({ title: 'Mía' })
    const erased = await given.add({ title: 'Mía' })
    await given.change(withdrawn, { withdrawn_at: now })
    await given.change(trashed, { deleted_at: now })
    await given.change(erased, { deleted_at: now, erased_at: now })

    assert.deepEqual(await given.searchDesk('mía'), [...ids, withdrawn, trashed])
  })

  test('only as far as what was typed is words', async () => {
    const given = await givenSearch()
    const id = await given.add({ title: 'Mía "ngọt" AND (rẻ) OR NEAR *', isLive: false })
    for (const query of ['AND', 'mía OR', 'NOT mía" *', 'near(mía', "mia'; drop table articles --", 'mía AND NOT ngọt'])
      await assert.doesNotReject(given.searchDesk(query), query)
    assert.deepEqual(await given.searchDesk('"ngọt and re"'), [id])
    assert.deepEqual(await given.searchDesk("mía' ngọt \\"), [id])
    assert.deepEqual(await given.searchDesk('mía\u0000ngọt'), [])
    for (const nothing of ['', '%', '_', '""', '*', '\u0000', '🌾', "' --"])
      assert.deepEqual(await given.searchDesk(nothing), [], nothing)
    assert.deepEqual(await given.searchDesk('mía '.repeat(2_500)), [id])
    assert.deepEqual(await given.searchDesk('m'.repeat(10_000)), [])
  })
})
