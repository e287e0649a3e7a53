import fc from 'fast-check'

export const smallLetters = [
  ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ',
]
const allLetters = [...smallLetters, ...smallLetters.map((letter) => letter.toUpperCase())]
// What pasted text brings along: highland letters, look-alikes, loose marks, halves of pairs, all kinds of space.
const oddities = [
  ...'ƀčŏĭÐ',
  'ơ\u0306',
  '\u0301',
  '\u0323',
  '\ud83d',
  '\ude00',
  '😀',
  '한',
  '\u1100',
  '\u1161',
  'İ',
  'ſ',
  'K',
  '²',
]
const marks = [
  ...' \t\n.,-_/&()*+#`123:\'"',
  '\r\n',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\u2028',
  '    ',
  '- ',
  '1. ',
  '```',
]

/** Text as people and their programs make it: Vietnamese letters and everything that comes with them. */
export const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...allLetters, ...oddities, ...marks), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

/** Words of Vietnamese letters with single spaces. */
export const smallWords = fc
  .array(fc.string({ unit: fc.constantFrom(...smallLetters), minLength: 1, maxLength: 7 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(' '))
