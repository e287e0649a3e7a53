import fc from 'fast-check'
import type { FindingKind } from '../../../src/text/doctor/index.ts'
import { anyText } from '../vietnamese-letters.ts'

/** One fault of every kind, each a paragraph of its own, and what it becomes; null where only a person knows. */
export const planted: { kind: FindingKind; text: string; found: string; proposed: string | null }[] = [
  {
    kind: 'legacyEncoding',
    text: 'UBND huyÖn §ak P¬ th«ng b¸o',
    found: 'UBND huyÖn §ak P¬ th«ng b¸o',
    proposed: 'UBND huyện Đak Pơ thông báo',
  },
  {
    kind: 'decomposedLetters',
    text: `Họp tại ${'hội trường'.normalize('NFD')} xã.`,
    found: 'hội trường'.normalize('NFD').slice(1, -2),
    proposed: 'ội trườ',
  },
  { kind: 'lookAlike', text: 'Thị trấn Ðak Pơ họp chợ.', found: 'Ðak', proposed: 'Đak' },
  { kind: 'invisible', text: 'Bà con\u200b đến đông.', found: '\u200b', proposed: '' },
  { kind: 'doubledSpace', text: 'Bà con  đến đông.', found: '  ', proposed: ' ' },
  { kind: 'doubledWord', text: 'Ý kiến của của bà con.', found: 'của của', proposed: 'của' },
  { kind: 'spaceBeforeMark', text: 'Bà con đến , rồi họp.', found: ' ', proposed: '' },
  { kind: 'missingSpace', text: 'Bà con đến,rồi họp.', found: ',', proposed: ', ' },
  { kind: 'weekday', text: 'Họp sáng thứ hai, ngày 15/02/2017.', found: 'thứ hai', proposed: 'thứ tư' },
  { kind: 'impossibleDate', text: 'Họp ngày 31/02/2017.', found: '31/02/2017', proposed: null },
  { kind: 'abbreviation', text: 'Báo với HĐND xã.', found: 'HĐND', proposed: 'Hội đồng nhân dân (HĐND)' },
  {
    kind: 'longSentence',
    text: `Sáng nay bà con ${'đi chợ rồi về nhà '.repeat(9)}ngủ.`,
    found: `Sáng nay bà con ${'đi chợ rồi về nhà '.repeat(9)}ngủ`,
    proposed: null,
  },
  { kind: 'syllable', text: 'Mọi nguời cùng nghe.', found: 'nguời', proposed: 'người' },
  { kind: 'word', text: 'Ở mốt số nơi bà con đã họp.', found: 'mốt số', proposed: 'một số' },
]

/** Faults, honest text and noise in any order: what a desk in a hurry might send. */
export const hurriedText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...planted.map(({ text }) => text)),
      fc.constantFrom(
        'Thực hiện',
        'chi tiêu',
        'xanh xanh',
        'Bà con',
        'của',
        'phố biến',
        'huớng dẫn',
        '45/QĐ-UBND',
        '(',
        ')',
      ),
      anyText,
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom(' ', '\n', '', ', ').map((joint) => parts.join(joint)))
