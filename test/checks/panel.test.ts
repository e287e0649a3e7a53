import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type ChecksPart, checkNames, checksPart, checksView, checksWords } from '../../src/checks/index.ts'
import { icons } from '../../src/site/icons.ts'
import { createViews } from '../../src/site/views.ts'
import { elementsIn, fragmentOf, textIn } from '../support/html.ts'
import { root } from '../support/sources.ts'
import { findings } from './given-checked.ts'

const views = createViews(join(root, 'views'))
const draw = (part: ChecksPart) => fragmentOf(views.render(checksView, part, { icons }))
const panelFor = async (changes: Parameters<typeof findings>[0], address: string | null = '/quan-tri/kiem-tra') =>
  draw(checksPart(await findings(changes), address, 'vi'))

type Tree = ReturnType<typeof draw>
const lines = (tree: Tree) => elementsIn(tree).filter(({ tagName }) => tagName === 'li')
const statesIn = (tree: Tree) => lines(tree).map(({ properties }) => properties['dataCheck'])
const summaryIn = (tree: Tree) =>
  textIn(elementsIn(tree).find(({ properties }) => properties['role'] === 'status') ?? fragmentOf(''))

const bad = { lead: '', categoryId: null, author: '', body: 'Ở mốt số làng, xem [tại đây](/lien-he).' }

describe('the panel', () => {
  test('counts what must be put right and what is advice', async () => {
    assert.equal(summaryIn(await panelFor(bad)), '2 việc phải sửa, 3 gợi ý.')
    assert.equal(summaryIn(await panelFor({ lead: '' })), '1 việc phải sửa.')
    assert.equal(summaryIn(await panelFor({ author: '' })), 'Có thể đăng, có 1 gợi ý.')
    assert.equal(summaryIn(await panelFor({})), 'Có thể đăng.')
  })

  test('tells each with a sign and a word, never by colour alone', async () => {
    const panel = await panelFor(bad)
    assert.deepEqual(statesIn(panel), ['block', 'block', 'advise', 'advise', 'advise', 'pass'])
    for (const line of lines(panel)) {
      assert.equal(elementsIn(line).filter(({ tagName }) => tagName === 'svg').length, 1)
      assert.match(textIn(line), /^\s*(Phải sửa:|Gợi ý:|Đã ổn:) \S/)
    }
  })

  test('leads to the field, and to the words in it', async () => {
    const links = elementsIn(await panelFor(bad)).filter(({ tagName }) => tagName === 'a')
    assert.deepEqual(
      links.map(({ properties }) => [properties['href'], properties['dataQuote']]),
      [
        ['#lead', ''],
        ['#categoryId', ''],
        ['#body', 'tại đây'],
        ['#body', 'mốt số'],
        ['#author', ''],
      ],
    )
    assert.deepEqual(links.map(textIn).slice(0, 3), ['Đến lời dẫn', 'Đến chuyên mục', 'Đến nội dung'])
  })

  test('names what passed in one line, and nothing else', async () => {
    const passed = textIn(lines(await panelFor(bad)).at(-1) ?? fragmentOf(''))
    const { names } = checksWords.vi
    assert.ok(passed.includes(names.alternativeTexts) && !passed.includes(names.required))
    assert.equal(passed.split(names.alternativeTexts).length, 2)
    assert.ok(!passed.includes(names.linkTargets), 'links may be right and still say nothing')
    assert.deepEqual(statesIn(await panelFor({})), ['pass'])
    const none = checkNames.map(
      (check) => ({ check, severity: 'warns', field: 'body', sentence: 'x', quote: null }) as const,
    )
    assert.deepEqual(new Set(statesIn(draw(checksPart(none, null, 'vi')))), new Set(['advise']))
  })

  test('says where it can be had again, unless it stays as it is', async () => {
    const addressIn = (tree: Tree) => elementsIn(tree)[0]?.properties['dataChecks']
    assert.equal(addressIn(await panelFor({})), '/quan-tri/kiem-tra')
    assert.equal(addressIn(await panelFor({}, null)), undefined)
  })

  test('shows what was written as text', async () => {
    const panel = await panelFor({ body: 'Xem [tại đây](/lien-he).', lead: '**a<script>a</script>' })
    assert.ok(textIn(panel).includes('<script>'))
    assert.equal(elementsIn(panel).filter(({ tagName }) => tagName === 'script').length, 0)
  })

  test('quotes only the beginning of a long sentence', async () => {
    const [link] = elementsIn(await panelFor({ lead: `${'làng '.repeat(70).trim()}.` })).filter(
      ({ tagName }) => tagName === 'a',
    )
    assert.equal(String(link?.properties['dataQuote']).length, 200)
  })
})
