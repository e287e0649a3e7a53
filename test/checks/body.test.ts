import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findings, verdicts } from './given-checked.ts'

const told = async (check: string, body: string) => (await findings({ body })).filter((each) => each.check === check)

describe('headings', () => {
  test('that skip a level are told with the sign to write', async () => {
    const [finding] = await told('headings', '## Một\n\na\n\n#### Hai\n\nb')
    assert.match(finding?.sentence ?? '', /“Hai” nhảy cấp\. Bắt đầu bằng ### /)
    assert.equal(finding?.quote, '#### Hai')
    assert.equal(finding?.severity, 'warns')
  })

  test('that begin below the second level skip one too', async () => {
    const [finding] = await told('headings', '### Một\n\na\n\n### Hai\n\nb')
    assert.match(finding?.sentence ?? '', /“Một” nhảy cấp\. Bắt đầu bằng ## /)
  })

  test('in order are left alone', async () => {
    for (const body of [
      '## Một\n\na\n\n### Hai\n\nb\n\n## Ba\n\nc',
      '# Một\n\na\n\n## Hai\n\nb\n\n### Ba\n\nc',
      'Một\n---\n\na\n\n### Hai\n\nb',
      '## Một\n\na\n\n```\n#### chữ\n```',
    ])
      assert.deepEqual(await told('headings', body), [], body)
  })

  test('that are only bold are told', async () => {
    const [finding] = await told('headings', 'Mở đầu.\n\n**Kết quả đạt được**\n\nNội dung.')
    assert.match(finding?.sentence ?? '', /“Kết quả đạt được” đứng làm tiêu đề/)
    assert.equal(finding?.quote, 'Kết quả đạt được')
  })

  test('bold sentences, names at the end and bold words in a line are none', async () => {
    for (const body of [
      'Mở đầu.\n\n**Bà con không đi qua cầu.**\n\nNội dung.',
      'Mở đầu.\n\n**Lan Hương**',
      '**Bước 1** nộp hồ sơ\n\nNội dung.',
      '- **Một**\n- **Hai**\n\nNội dung.',
    ])
      assert.deepEqual(await told('headings', body), [], body)
  })

  test('without words are told', async () => {
    assert.equal((await told('headings', '##\n\nNội dung.')).length, 1)
  })
})

describe('signs of formatting', () => {
  const visible: Record<string, string> = {
    'Kết quả **đạt được: **trong năm.': 'bold that does not close',
    '**Kết quả:**Trong năm, huyện làm mới 3 km đường.': 'bold that runs into a word',
    '##Kết quả đạt được': 'a heading without its space',
    '[trang chủ] (/lien-he) và [thư](': 'a link that is not finished',
    '| Tên | Số |\n| Mía | 3 |': 'a table without its line',
  }
  for (const [body, name] of Object.entries(visible)) {
    test(`${name} shows`, async () => assert.deepEqual(await verdicts('leftovers', { body }), ['warns body']))
  }

  test('show in title and lead, where nothing is formatted', async () => {
    assert.deepEqual(await verdicts('leftovers', { title: '**Hội nghị** tổng kết' }), ['warns title'])
    assert.deepEqual(await verdicts('leftovers', { lead: 'Xem [trang](/lien-he).' }), ['warns lead'])
  })

  test('that work, footnotes, code and hashtags are none', async () => {
    for (const body of [
      'Kết quả **đạt được** và *nghiêng*, `a ** b` và [trang](/lien-he).',
      '## Mục\n\n| Tên | Số |\n| --- | --- |\n| Mía | 3 (**) |\n\n(**) Số tạm tính.',
      '#DakPo hôm nay.',
      '```\n**chữ**\n```',
    ])
      assert.deepEqual(await told('leftovers', body), [], body)
  })
})

describe('a body of too many layers', () => {
  test('blocks, and is not walked', async () => {
    assert.deepEqual(await verdicts('layers', { body: `${'> '.repeat(1_500)}a` }), ['blocks body'])
    assert.deepEqual(await verdicts('layers', { bodyHtml: `${'<ul><li>'.repeat(50_000)}a` }), ['blocks body'])
  })

  test('is not one of many parts', async () => {
    assert.deepEqual(await verdicts('layers', { body: '> - a<br>\n\n---\n\n'.repeat(2_000) }), [])
    assert.deepEqual(await verdicts('layers', { body: `${'> '.repeat(20)}a` }), [])
  })
})
