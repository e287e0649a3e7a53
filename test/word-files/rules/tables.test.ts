import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { paragraph, wordsIn, wordsOf } from '../../../src/word-files/block.ts'
import { unrollLayoutTables } from '../../../src/word-files/rules/layout-tables.ts'
import { gridOf } from '../../../src/word-files/rules/table-grid.ts'
import { boldLine, italicLine, pictureLine, plainLine, tableOf } from '../given-blocks.ts'

function gridIn(table: ReturnType<typeof tableOf>) {
  const { grid, mergedCells, nestedTables } = gridOf(table)
  const says = (cells: (typeof grid)['head']) => cells.map((pieces) => wordsOf(paragraph(pieces)))
  return { head: says(grid.head), rows: grid.rows.map(says), mergedCells, nestedTables }
}

describe('a table', () => {
  test('has the head that its author marked, or that looks like one', () => {
    const rows = [
      ['Xã', 'Thu'],
      ['Phú An', '12'],
    ]
    const grid = { head: ['Xã', 'Thu'], rows: [['Phú An', '12']] }
    assert.deepEqual(gridIn(tableOf(rows, 1)), { ...grid, mergedCells: 0, nestedTables: 0 })
    const strong = tableOf([[[boldLine('Xã')], [boldLine('Thu')]], rows[1] ?? []])
    const centred = tableOf([
      [[plainLine('Xã', { align: 'center' })], [plainLine('Thu', { align: 'center' })]],
      rows[1] ?? [],
    ])
    for (const table of [strong, centred]) assert.deepEqual(gridIn(table).head, ['Xã', 'Thu'])
    assert.deepEqual(
      gridIn(
        tableOf([
          ['STT', 'Xã'],
          ['1', 'Phú An'],
        ]),
      ).head,
      ['STT', 'Xã'],
    )
  })

  test('without a head gets an empty one, so that no data stands in it', () => {
    const { head, rows } = gridIn(
      tableOf([
        ['Phú An', '12'],
        ['Hà Tam', '9'],
      ]),
    )
    assert.deepEqual([head, rows.length], [['', ''], 2])
  })

  test('says in each place what its merged cell said', () => {
    const table = tableOf(
      [
        [
          { says: 'Xã', rows: 2 },
          { says: 'Thu', columns: 2 },
        ],
        ['Năm 2015', 'Năm 2016'],
        [{ says: 'Phía đông', columns: 3 }],
        ['Phú An', { says: '12', columns: 2, rows: 2 }],
        ['Hà Tam'],
      ],
      2,
    )
    assert.deepEqual(gridIn(table), {
      head: ['Xã', 'Thu – Năm 2015', 'Thu – Năm 2016'],
      rows: [
        ['Phía đông', '', ''],
        ['Phú An', '12', '12'],
        ['Hà Tam', '12', '12'],
      ],
      mergedCells: 4,
      nestedTables: 0,
    })
  })

  test('has one line in a cell, and rows of one width', () => {
    const list = [plainLine('- Đất ở'), plainLine('- Đất rừng;'), plainLine('- Khác')]
    const { rows } = gridIn(
      tableOf(
        [
          ['a', 'b', 'c'],
          [list, [plainLine('Một'), plainLine('hai')]],
        ],
        1,
      ),
    )
    assert.deepEqual(rows, [['Đất ở; Đất rừng; Khác', 'Một hai', '']])
  })

  test('keeps the words of a table inside of it', () => {
    const table = gridIn(
      tableOf(
        [
          ['a', 'b'],
          [[plainLine('Ngoài'), tableOf([['trong', 'nữa']])], 'x'],
        ],
        1,
      ),
    )
    assert.deepEqual([table.rows, table.nestedTables], [[['Ngoài trong nữa', 'x']], 1])
  })
})

describe('a table that only places things', () => {
  const said = (table: ReturnType<typeof tableOf>) => {
    const { blocks, count } = unrollLayoutTables([table])
    return { count, says: blocks.map((block) => (block.kind === 'table' ? 'table' : wordsIn([block]) || 'picture')) }
  }

  test('is undone: one column, a signature, photos with captions, nothing at all', () => {
    assert.deepEqual(said(tableOf([['Một'], ['Hai']])), { count: 1, says: ['Một', 'Hai'] })
    const signature = tableOf([[[boldLine('Nơi nhận:'), plainLine('- Lưu: VT.')], [boldLine('CHỦ TỊCH')]]])
    assert.deepEqual(said(signature).says, ['Nơi nhận:', '- Lưu: VT.', 'CHỦ TỊCH'])
    const album = tableOf([
      [[pictureLine(0)], [pictureLine(1)]],
      [[italicLine('Trái')], [italicLine('Phải')]],
    ])
    assert.deepEqual(said(album).says, ['picture', 'Trái', 'picture', 'Phải'])
    assert.deepEqual(said(tableOf([['', '']])), { count: 1, says: [] })
  })

  test('is told from one that compares', () => {
    assert.deepEqual(
      said(
        tableOf([
          ['Xã', 'Thu'],
          ['Phú An', '12'],
        ]),
      ),
      { count: 0, says: ['table'] },
    )
    const described = tableOf([
      [[pictureLine(0)], 'Lúa'],
      ['Ngô', 'Khoai'],
    ])
    assert.deepEqual(said(described), { count: 0, says: ['table'] })
  })
})
