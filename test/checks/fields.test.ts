import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Checked, runChecks } from '../../src/checks/index.ts'
import { article, findings, verdicts } from './given-checked.ts'

test('a good article has nothing to put right', async () => assert.deepEqual(await findings(), []))

describe('what no article may be without', () => {
  const missing: [string, Partial<Checked>][] = [
    ['title', { title: ' ' }],
    ['lead', { lead: '' }],
    ['body', { body: '' }],
    ['categoryId', { categoryId: null }],
  ]
  for (const [field, change] of missing) {
    test(field, async () => assert.deepEqual(await verdicts('required', change), [`blocks ${field}`]))
  }
})

describe('the byline', () => {
  test('names nobody: a warning', async () => {
    assert.deepEqual(await verdicts('byline', { author: '' }), ['warns author'])
  })

  test('is there with an author, an office or another paper', async () => {
    for (const change of [{}, { author: '', unit: 'Văn phòng huyện' }, { author: '', sourceName: 'Báo Gia Lai' }])
      assert.deepEqual(await verdicts('byline', change), [])
  })
})

describe('length', () => {
  test('a title of 121 letters is long, one of 120 is not', async () => {
    assert.deepEqual(await verdicts('titleLength', { title: 'ệ'.repeat(121) }), ['warns title'])
    assert.deepEqual(await verdicts('titleLength', { title: 'ệ'.repeat(120) }), [])
    assert.deepEqual(await verdicts('titleLength', { title: 'ệ'.normalize('NFD').repeat(120) }), [])
  })

  test('a lead of 81 words is long, one of 80 is not', async () => {
    assert.deepEqual(await verdicts('leadLength', { lead: 'làng '.repeat(81) }), ['warns lead'])
    assert.deepEqual(await verdicts('leadLength', { lead: 'làng '.repeat(80) }), [])
  })
})

describe('what the text doctor finds', () => {
  test('slips are counted and the first is shown', async () => {
    const found = await findings({ body: 'Cán bộ nữ ở mốt số địa phương. Việc này khá phố biến.' })
    const [slips] = found.filter(({ check }) => check === 'misprints')
    assert.match(slips?.sentence ?? '', /^2 chỗ .*“mốt số”, “phố biến”/)
    assert.equal(slips?.quote, 'mốt số')
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['warns'],
    )
  })

  test('each field has its own line', async () => {
    const changes = { title: 'Ở mốt số làng', lead: 'Ở mốt số làng.' }
    assert.deepEqual(await verdicts('misprints', changes), ['warns title', 'warns lead'])
  })

  test('what cannot be seen is called by its kind', async () => {
    const [finding] = (await findings({ lead: 'Hai  dấu cách.' })).filter(({ check }) => check === 'misprints')
    assert.match(finding?.sentence ?? '', /“Thừa dấu cách”/)
  })

  test('abbreviations are advice in one line, unless they are explained', async () => {
    const lead = 'Ban VSTBPN họp.'
    assert.deepEqual(await verdicts('abbreviations', { lead }), ['warns lead'])
    assert.deepEqual(await verdicts('misprints', { lead }), [])
    assert.deepEqual(await verdicts('abbreviations', { lead: 'Ban Vì sự tiến bộ phụ nữ (VSTBPN) họp.' }), [])
  })

  test('long sentences are advice in one line, with the longest', async () => {
    const body = `${'làng '.repeat(41).trim()}. ${'rẫy '.repeat(50).trim()}. Ngắn thôi.`
    const [finding] = (await findings({ body })).filter(({ check }) => check === 'longSentences')
    assert.match(finding?.sentence ?? '', /^2 câu dài trên 40 chữ, câu dài nhất 50 chữ/)
    assert.deepEqual(await verdicts('longSentences', { body: `${'làng '.repeat(40).trim()}.` }), [])
  })

  test('a very long text is read to a word of its beginning', async () => {
    const body = 'Dân làng cùng nhau sửa đường.\n\n'.repeat(3_000)
    assert.deepEqual(await findings({ body, bodyHtml: '' }), [])
    assert.deepEqual(await verdicts('misprints', { body: `Ở mốt số làng. ${body}`, bodyHtml: '' }), ['warns body'])
  })
})

describe('the order of findings', () => {
  test('what blocks comes first, then as in the form', async () => {
    const found = await findings({ title: 'ệ'.repeat(130), lead: '', author: '', categoryId: null })
    assert.deepEqual(
      found.map(({ severity, field }) => `${severity} ${field}`),
      ['blocks lead', 'blocks categoryId', 'warns title', 'warns author'],
    )
  })

  test('in English there are as many', async () => {
    const bad = await article({ title: '', lead: 'Ở mốt số làng.', cover: null, body: 'Xem [tại đây](/khong-co).' })
    const [vi, en] = [runChecks(bad, 'vi'), runChecks(bad, 'en')]
    assert.ok(vi.length >= 4)
    assert.deepEqual(
      en.map(({ check, field }) => [check, field]),
      vi.map(({ check, field }) => [check, field]),
    )
    assert.ok(en.every(({ sentence }, place) => sentence !== vi[place]?.sentence))
  })
})
