import { type Remark, warns } from '../checked.ts'
import { quoteIn } from '../quote.ts'
import { type Check, type Passage, passagesIn, type Reading } from '../reading.ts'

const mostTelephones = 3

// Twelve digits beginning with a province (001 to 096) and a century; the nine of the old card only where it is named.
const citizenId = /(?<![\d.,])(0(?: ?\d){2} ?[0-3](?: ?\d){8})(?! ?\d|[.,]\d)/g
const oldCard = /(?:CMND|CMT|chứng minh nhân dân|chứng minh thư)[^\d\n]{0,20}(\d{3} ?\d{3} ?\d{3})(?! ?\d)/giu
const telephone = /(?<![\d.,/-])((?:\+84|0084|0)(?:[ .()-]{0,2}\d){8,10})(?!\d)/g
const account = /(?:tài khoản|STK|số TK)[^\d\n]{0,40}(\d(?:[ .-]?\d){7,18})(?!\d)/giu

/** Numbers of private people. Each may have its grounds, so that none of them blocks. */
export const personalData: Check = (reading, words) => {
  const telephones = numbersIn(reading, telephone).filter(isTelephone)
  return [
    ...told(reading, [...numbersIn(reading, citizenId), ...numbersIn(reading, oldCard)], words.citizenIds),
    ...(telephones.length > mostTelephones ? told(reading, telephones, words.manyTelephones) : []),
    ...told(reading, numbersIn(reading, account).filter(isAccount), words.accounts),
  ]
}

/** `digits` alone are compared: one number may be written in many ways. */
type Numeral = Passage & { digits: string }

/** Each number once, as it is first written. */
function numbersIn(reading: Reading, pattern: RegExp): Numeral[] {
  const found = passagesIn(reading).flatMap(({ field, text }) =>
    [...text.matchAll(pattern)].map(([, written = '']) => ({ field, text: written, digits: digitsOf(written) })),
  )
  return [...Map.groupBy(found, ({ digits }) => digits).values()].flatMap(([first]) => first ?? [])
}

const digitsOf = (written: string) => written.replace(/\D/g, '').replace(/^(?:0084|84)0?/, '0')

/** Not "02-03-2017 08", the date and hour of an event. */
const isTelephone = ({ text, digits }: Numeral) =>
  /^0[2-9]\d{8,9}$/.test(digits) && !/^\d{1,2}[.-]\d{1,2}[.-]\d{4}/.test(text)

/** Not "12.345.678", a sum of money. */
const isAccount = ({ text }: Numeral) => !/^\d{1,3}(?:\.\d{3})+$/.test(text)

function told({ article }: Reading, numbers: Numeral[], sentence: (first: string, count: number) => string): Remark[] {
  const [first] = numbers
  return first
    ? [warns(first.field, sentence(first.text, numbers.length), quoteIn(article[first.field], first.text))]
    : []
}
