import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { told } from './told.ts'

describe('a word in wrong tones', () => {
  for (const [text, expected] of [
    ['ở mốt số địa phương', 'mốt số → một số'],
    ['còn khá phố biến nhất là', 'phố biến → phổ biến'],
    ['Tố chức hội nghị', 'Tố chức → Tổ chức'],
    ['Phòng Lão động - Thương binh', 'Lão động → Lao động'],
    ['HỘI NGHI TỔNG KẾT', 'HỘI NGHI → HỘI NGHỊ'],
    ['việc rất quan trong', 'quan trong → quan trọng'],
    ['tăng cường hương dân bà con', 'hương dân → hướng dẫn'],
    ['chăm lo sức khoè', 'sức khoè → sức khỏe'],
  ] as const) {
    test(`"${text}"`, () => assert.deepEqual(told(text, 'word'), [expected]))
  }

  test('that could be two words is left to its author', () => {
    assert.deepEqual(told('mọi cống tác', 'word'), ['cống tác → ?'])
  })
})

describe('no word in wrong tones', () => {
  for (const text of [
    'các cơ quan trong huyện, thành phố biến đổi, nhân dân số ít',
    'lịch sự, chi tiêu, nghỉ lễ, khóa học, tác gia, thiên tài, đồ thị, giá tăng',
    'sức khoẻ, thuỷ lợi, uỷ ban, hoà giải',
    'ở làng thì xã gửi, bắt đầu từ đây, trường nào thì trường ấy',
    'chị Lan Hương dẫn đoàn, đồng chí Hương dẫn đầu, cô giáo Hương dẫn lớp',
    'Nguyễn Công Việc, Trần Thị Thành Phổ',
    'công tác, cộng tác; truyền thông, truyền thống',
    'tố. Chức năng',
  ]) {
    test(`is in "${text}"`, () => assert.deepEqual(told(text, 'word'), []))
  }

  test('is what the agency knows', () => {
    assert.deepEqual(told('ca khúc Phố biến đêm', 'word', { known: new Set(['Phố biến đêm']) }), [])
  })
})
