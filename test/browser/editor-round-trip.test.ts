import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import render from '../../src/markdown/markdown-worker.ts'
import { pictureIdsIn } from '../../src/markdown/rendering.ts'
import * as sample from '../../src/sample/articles/index.ts'
import { openBrowser } from '../support/browser.ts'
import { constructs } from './construct-corpus.ts'
import { ask, openEditorParts } from './editor-page.ts'
import { anyDocument } from './random-document.ts'

const page = await openEditorParts(await openBrowser())
const articles = Object.values(sample).flat()
const bodies = { ...constructs, ...Object.fromEntries(articles.map(({ title, body }) => [title, body])) }

type Checked = { markdown: string; wanted: string; got: string }

const picture = (id: number) => ({
  src: `/${id}.jpg`,
  srcset: '',
  webpSrcset: '',
  largest: `/${id}-large.jpg`,
  width: 3,
  height: 2,
  alternativeText: '',
  isDecorative: false,
  caption: '',
  credit: '',
})

/**
 * What the renderer of the portal itself makes of it: all its words, and all its elements with what they say. Left out is what
 * looks the same either way: paragraphs in items and cells, and which of two marks lies in the other.
 */
function published(markdown: string): { words: string; elements: string[] } {
  const pictures = Object.fromEntries(pictureIdsIn(markdown).map((id) => [id, picture(id)]))
  const { html } = render({ markdown, pictures, language: 'vi' })
  const alike: Record<string, string> = { b: 'strong', i: 'em', s: 'del' }
  const tags = html.match(/<\w[^>]*>/g) ?? []
  const elements = tags
    .map((tag) => tag.replace(/^<(\w+)/, (_, name: string) => `<${alike[name] ?? name}`))
    .filter((tag) => !/^<(p|thead|tbody)>/.test(tag))
  return { words: html.replace(/<[^>]*>|\s/g, ''), elements: elements.sort() }
}

describe('what is written comes through the editor as it went in', () => {
  for (const [name, body] of Object.entries(bodies)) {
    test(name, async () => {
      const again = await ask<string>(page, 'rewrite', body)
      assert.equal(await ask(page, 'canonical', again), await ask(page, 'canonical', body), again)
      assert.deepEqual(published(again), published(body), again)
      assert.equal(await ask(page, 'rewrite', again), again, 'what the editor wrote it writes the same again')
      assert.equal(await ask(page, 'isUnderstood', body), true)
    })
  }
})

test('every article of the sample stays letter by letter where nobody touches it', async () => {
  assert.ok(articles.length > 40)
  for (const { body } of articles) assert.equal(await ask(page, 'keep', body), body)
})

test('any document comes back from its Markdown as it was', async () => {
  const property = fc.asyncProperty(anyDocument, async (document) => {
    const { markdown, wanted, got } = await ask<Checked>(page, 'check', document)
    assert.equal(got, wanted, markdown)
  })
  await fc.assert(property, { numRuns: 150 })
})

test('what a writer would see is nice to read', async () => {
  const seen = async (body: string) => assert.equal(await ask(page, 'rewrite', body), body)
  await seen('Điều 1. Phạm vi: **toàn xã**, trừ *thôn An Định* (2,4 km).')
  await seen('- một\n- hai\n  - hai a\n- ba')
  await seen('Xem [hướng dẫn](/huong-dan "Hướng dẫn") hoặc https://dichvucong.gov.vn/ hoặc ubnd@gialai.gov.vn.')
  await seen('| Thôn | Số hộ |\n| --- | --: |\n| An Định | 120 |')
  await seen('> [!NOTE]\n> Mang theo căn cước.')
  await seen('![Cầu](anh:1 "Cầu mới")\n![Hồ](anh:2)')
})

test('where the editor would lose something, the guard sees it', async () => {
  assert.equal(await ask(page, 'isUnderstood', '**![Ảnh trong chữ đậm](anh:1)** và chữ'), false)
  assert.equal(await ask(page, 'isUnderstood', '![Ảnh đứng riêng](anh:1)\n\n**và chữ**'), true)
})
