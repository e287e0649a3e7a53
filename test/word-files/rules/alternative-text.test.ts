import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partCaption } from '../../../src/word-files/index.ts'

test('the name of a photographer stands apart from what a caption says', () => {
  const cases: [written: string, caption: string, credit: string][] = [
    ['Quang cảnh hội nghị. Ảnh: Lan Hương', 'Quang cảnh hội nghị.', 'Ảnh: Lan Hương'],
    ['Phối cảnh chợ mới (Ảnh: UBND xã)', 'Phối cảnh chợ mới', 'Ảnh: UBND xã'],
    ['Cánh đồng mía - Ảnh tư liệu: Phòng Văn hóa', 'Cánh đồng mía', 'Ảnh tư liệu: Phòng Văn hóa'],
    ['Ảnh: Hoàng Nam (Báo Gia Lai)', '', 'Ảnh: Hoàng Nam (Báo Gia Lai)'],
    ['Bà con thu hoạch mía', 'Bà con thu hoạch mía', ''],
    ['', '', ''],
  ]
  for (const [written, caption, credit] of cases) assert.deepEqual(partCaption(written), { caption, credit }, written)
})
