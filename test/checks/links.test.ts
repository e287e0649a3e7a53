import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { internalPathsIn } from '../../src/checks/index.ts'
import { article, findings, verdicts } from './given-checked.ts'

describe('the paths to look up', () => {
  const pathsIn = async (body: string, siteHosts: string[] = []) =>
    internalPathsIn((await article({ body })).bodyHtml, siteHosts)

  test('are those of our own pages, once, without query, hash, last slash and capitals', async () => {
    const body =
      '[a](/Lien-He/) [b](/lien-he?x=1) [c](/lien-he#y) [d](/) [e](https://gialai.gov.vn/x) [f](mailto:a@b.vn) [g](#z) [h](tel:+84)'
    assert.deepEqual(await pathsIn(body), ['/lien-he', '/'])
  })

  test('those with our own name are found when the name is told', async () => {
    const body = '[a](https://dakpo.gialai.gov.vn/tin-tuc) [b](//dakpo.gialai.gov.vn/x)'
    assert.deepEqual(await pathsIn(body, ['dakpo.gialai.gov.vn']), ['/tin-tuc', '/x'])
    assert.deepEqual(await pathsIn(body), [])
  })

  test('an address without its first slash is read from the article, as browsers do', async () => {
    assert.deepEqual(await pathsIn('[a](lien-he)'), ['/tin-bai/lien-he'])
  })

  test('nothing is found in what cannot be walked', () => {
    assert.deepEqual(internalPathsIn(`${'<ul><li>'.repeat(50_000)}<a href="/x">x</a>`), [])
  })
})

describe('a link of the body', () => {
  test('to a page of ours that does not exist blocks', async () => {
    const body = 'Xem [lịch họp](/lich-hop) và [liên hệ](/lien-he).'
    const [finding, ...more] = (await findings({ body })).filter(({ check }) => check === 'linkTargets')
    assert.deepEqual(more, [])
    assert.equal(finding?.severity, 'blocks')
    assert.match(finding?.sentence ?? '', /“\/lich-hop”/)
    assert.equal(finding?.quote, '/lich-hop')
    assert.deepEqual(await verdicts('linkTargets', { body, knownPaths: new Set(['/lich-hop', '/lien-he']) }), [])
  })

  test('with our own name is one of ours', async () => {
    const body = 'Xem [lịch họp](https://dakpo.gialai.gov.vn/lich-hop).'
    assert.deepEqual(await verdicts('linkTargets', { body }), ['blocks body'])
    assert.deepEqual(await verdicts('outsideLinks', { body }), [])
  })

  test('to nowhere warns', async () => {
    for (const body of ['[Lịch họp](#lich)', '[Lịch họp]()', '[Lịch họp](javascript:a)', '[Lịch họp](http://)'])
      assert.deepEqual(await verdicts('linkTargets', { body }), ['warns body'], body)
  })

  test('to a site that was never linked to warns', async () => {
    const body = 'Xem [lịch họp](https://www.lichhop.com/a) và [báo](https://baomoi.vn/b).'
    const [finding] = (await findings({ body })).filter(({ check }) => check === 'outsideLinks')
    assert.equal(finding?.severity, 'warns')
    assert.match(finding?.sentence ?? '', /“lichhop\.com”, “baomoi\.vn”/)
    assert.equal(finding?.quote, 'lichhop.com')
    assert.deepEqual(await verdicts('outsideLinks', { sourceAddress: 'https://baomoi.vn/b' }), ['warns sourceAddress'])
  })

  test('to a known site, one below it, or one of the state is fine', async () => {
    for (const host of ['baogialai.com.vn', 'www.baogialai.com.vn', 'm.baogialai.com.vn', 'pleiku.gialai.gov.vn'])
      assert.deepEqual(await verdicts('outsideLinks', { body: `Xem [lịch họp](https://${host}/).` }), [], host)
    assert.deepEqual(await verdicts('outsideLinks', { body: 'Xem [lịch họp](https://xbaogialai.com.vn/).' }), [
      'warns body',
    ])
    assert.deepEqual(await verdicts('outsideLinks', { body: 'Xem [lịch họp](https://gov.vn.lichhop.com/).' }), [
      'warns body',
    ])
  })

  test('that nobody can see blocks when it leads to another site', async () => {
    for (const text of ['', '.', '…', '&nbsp;', '\u3164', '&#8203;'])
      assert.deepEqual(await verdicts('hiddenLinks', { body: `Dân làng [${text}](https://abc.com) vui.` }), [
        'blocks body',
      ])
    assert.deepEqual(await verdicts('hiddenLinks', { body: 'Dân làng [vui](https://abc.com).' }), [])
  })

  test('without words to one of our own pages only warns', async () => {
    assert.deepEqual(await verdicts('linkTexts', { body: 'Dân làng [](/lien-he) vui.' }), ['warns body'])
    assert.deepEqual(await verdicts('hiddenLinks', { body: 'Dân làng [](/lien-he) vui.' }), [])
  })

  test('that does not say where it leads warns', async () => {
    for (const text of [
      'tại đây',
      'Xem thêm',
      'xem tại đây',
      'Bấm vào đây',
      'Tải về',
      'ở đây.',
      'Chi tiết',
      'here',
      'link…',
    ])
      assert.deepEqual(await verdicts('linkTexts', { body: `Mẫu đơn [${text}](/lien-he).` }), ['warns body'], text)
    for (const text of ['Xem lịch họp', 'Tải mẫu đơn', 'Liên hệ', 'Chi tiết mẫu đơn', 'đây là mẫu đơn'])
      assert.deepEqual(await verdicts('linkTexts', { body: `Mẫu đơn [${text}](/lien-he).` }), [], text)
  })

  test('that is a bare address warns; a mail address is a name', async () => {
    for (const body of [
      'Xem https://gialai.gov.vn/a?b=1',
      'Xem www.gialai.gov.vn',
      '[http://a.gov.vn](http://a.gov.vn)',
    ])
      assert.deepEqual(await verdicts('linkTexts', { body }), ['warns body'], body)
    for (const body of ['Viết cho ubnddakpo@gialai.gov.vn', '[gialai.gov.vn](https://gialai.gov.vn)'])
      assert.deepEqual(await verdicts('linkTexts', { body }), [], body)
  })
})
