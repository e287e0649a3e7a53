import { shortenAtWord } from '../display.ts'
import { formatNumber } from '../numbers.ts'
import type { Finding, FindingKind, Reason, ReasonCode, ReasonParts } from './finding.ts'

/** Enough of a paragraph to see whether it reads well. */
const mostOfParagraph = 240
const mostOnButton = 40

const vi = {
  title: 'Bác sĩ văn bản',
  help: 'Chỉ là gợi ý; bạn luôn là người quyết định.',
  keys: 'Alt+F9 để đến đây, Ctrl+Z để lấy lại.',
  show: 'Xem chỗ này',
  correct: 'Sửa',
  replace: (proposed: string) => `Sửa thành “${proposed}”`,
  convert: 'Chuyển sang Unicode',
  writeOut: 'Viết đủ',
  takeBack: 'Lấy lại lần sửa vừa rồi',
  nothingFound: 'Không thấy gì cần sửa.',
  found: (places: number) => `${formatNumber(places)} chỗ nên xem lại.`,
  firstOnes: (places: number) => `Dưới đây là ${formatNumber(places)} chỗ đầu.`,
  onlyBeginning: (letters: number) => `Bài dài: mới xem khoảng ${formatNumber(letters)} chữ cái đầu.`,
  unreachable: 'Chưa xem được lần này; bạn gõ tiếp thì máy xem lại.',
  kinds: {
    legacyEncoding: 'Bảng mã cũ',
    decomposedLetters: 'Dấu tách rời',
    lookAlike: 'Chữ trông giống',
    invisible: 'Ký tự ẩn',
    doubledSpace: 'Thừa dấu cách',
    doubledWord: 'Lặp từ',
    spaceBeforeMark: 'Dấu cách trước dấu câu',
    missingSpace: 'Thiếu dấu cách',
    weekday: 'Thứ và ngày',
    impossibleDate: 'Ngày không có',
    abbreviation: 'Chữ viết tắt',
    longSentence: 'Câu dài',
    syllable: 'Chính tả',
    word: 'Chính tả',
  } satisfies Record<FindingKind, string>,
  reasons: {
    legacyEncoding: ({ encoding, proposed }) =>
      `Đoạn này gõ bằng bảng mã ${encoding} cũ; đọc đúng là “${shortenAtWord(proposed.trim(), mostOfParagraph)}”`,
    decomposedLetters: ({ letters }) => `${letters} chữ có dấu tách rời, máy khác có thể hiện sai`,
    lookAlike: ({ letters, proposed }) => `“${letters}” chỉ trông giống chữ của ta; nên là “${proposed}”`,
    invisible: ({ letters, codePoint }) => `Có ${letters} ký tự không nhìn thấy (${codePoint})`,
    doubledSpace: ({ spaces }) => `${spaces} dấu cách liền nhau, chỉ cần một`,
    doubledWord: ({ word }) => `“${word}” viết hai lần`,
    spaceBeforeMark: ({ mark }) => `Thừa dấu cách trước dấu “${mark}”`,
    missingSpace: ({ mark }) => `Thiếu dấu cách sau dấu “${mark}”`,
    weekday: ({ date, actual, written }) => `${date} là ${actual}, không phải ${written}`,
    impossibleDate: ({ date, lastDay }) =>
      lastDay === null
        ? `Không có ngày ${date}: năm chỉ có 12 tháng`
        : `Không có ngày ${date}: tháng ấy có ${lastDay} ngày`,
    unexplainedAbbreviation: ({ abbreviation, expansion }) =>
      expansion === null
        ? `“${abbreviation}” chưa được giải thích; lần đầu nên viết đủ rồi mới viết tắt`
        : `“${abbreviation}” chưa được giải thích; lần đầu nên viết “${expansion} (${abbreviation})”`,
    longSentence: ({ words }) => `Câu dài ${words} chữ, nên tách làm hai`,
    misplacedTone: ({ found, proposed }) => `“${found}” đặt dấu sai chỗ; viết đúng là “${proposed}”`,
    noSyllable: ({ found, candidates }) => `Không có chữ “${found}”; có lẽ là ${quoted(candidates, 'hay')}`,
    likelyWord: ({ found, candidates }) => `“${found}” có lẽ là ${quoted(candidates, 'hay')}`,
  } as Sentences,
}

type Sentences = { [Code in ReasonCode]: (parts: ReasonParts[Code]) => string }

export type DoctorWords = typeof vi

const en: DoctorWords = {
  title: 'Text doctor',
  help: 'These are suggestions; you decide.',
  keys: 'Alt+F9 leads here, Ctrl+Z takes a change back.',
  show: 'Show the place',
  correct: 'Correct it',
  replace: (proposed) => `Write “${proposed}”`,
  convert: 'Convert to Unicode',
  writeOut: 'Write it out',
  takeBack: 'Take the last change back',
  nothingFound: 'Nothing to correct.',
  found: (places) => (places === 1 ? '1 place to look at.' : `${formatNumber(places)} places to look at.`),
  firstOnes: (places) => `Here are the first ${formatNumber(places)}.`,
  onlyBeginning: (letters) => `A long text: only about its first ${formatNumber(letters)} letters were read.`,
  unreachable: 'It could not be read this time; it will be when you type on.',
  kinds: {
    legacyEncoding: 'Old encoding',
    decomposedLetters: 'Loose marks',
    lookAlike: 'Look-alike letter',
    invisible: 'Invisible character',
    doubledSpace: 'Extra space',
    doubledWord: 'Repeated word',
    spaceBeforeMark: 'Space before punctuation',
    missingSpace: 'Missing space',
    weekday: 'Weekday and date',
    impossibleDate: 'Impossible date',
    abbreviation: 'Abbreviation',
    longSentence: 'Long sentence',
    syllable: 'Spelling',
    word: 'Spelling',
  },
  reasons: {
    legacyEncoding: ({ encoding, proposed }) =>
      `This was typed in the old encoding ${encoding}; it reads “${shortenAtWord(proposed.trim(), mostOfParagraph)}”`,
    decomposedLetters: ({ letters }) =>
      letters === 1
        ? '1 letter has a loose mark, which other machines may show wrongly'
        : `${letters} letters have loose marks, which other machines may show wrongly`,
    lookAlike: ({ letters, proposed }) => `“${letters}” only looks like our letter; it should be “${proposed}”`,
    invisible: ({ letters, codePoint }) =>
      letters === 1 ? `An invisible character (${codePoint})` : `${letters} invisible characters (${codePoint})`,
    doubledSpace: ({ spaces }) => `${spaces} spaces in a row, one is enough`,
    doubledWord: ({ word }) => `“${word}” stands here twice`,
    spaceBeforeMark: ({ mark }) => `A space too many before “${mark}”`,
    missingSpace: ({ mark }) => `A space is missing after “${mark}”`,
    weekday: ({ date, actual, written }) => `${date} is ${actual}, not ${written}`,
    impossibleDate: ({ date, lastDay }) =>
      lastDay === null
        ? `There is no ${date}: a year has 12 months`
        : `There is no ${date}: that month has ${lastDay} days`,
    unexplainedAbbreviation: ({ abbreviation, expansion }) =>
      expansion === null
        ? `“${abbreviation}” is not explained; write it out where it is first used`
        : `“${abbreviation}” is not explained; first write “${expansion} (${abbreviation})”`,
    longSentence: ({ words }) => `A sentence of ${words} words, better two`,
    misplacedTone: ({ found, proposed }) => `“${found}” has its tone in the wrong place; it is spelled “${proposed}”`,
    noSyllable: ({ found, candidates }) => `There is no “${found}”; perhaps it is ${quoted(candidates, 'or')}`,
    likelyWord: ({ found, candidates }) => `“${found}” is perhaps ${quoted(candidates, 'or')}`,
  },
}

export const doctorWords = { vi, en }

/** The sentence that tells the author why. */
export function sentenceFor({ reason }: Finding, words: DoctorWords): string {
  return sentence(reason, words.reasons)
}

/** What the button says that writes the proposal; null where nothing is proposed. */
export function actFor({ kind, proposed }: Finding, words: DoctorWords): string | null {
  if (proposed === null) return null
  if (kind === 'legacyEncoding') return words.convert
  if (kind === 'abbreviation') return words.writeOut
  return isSeenOnlyInPlace.has(kind) ? words.correct : words.replace(shortenAtWord(proposed.trim(), mostOnButton))
}

// What becomes of a space or of a loose mark cannot be told in quotes.
const isSeenOnlyInPlace: ReadonlySet<FindingKind> = new Set([
  'decomposedLetters',
  'invisible',
  'doubledSpace',
  'spaceBeforeMark',
  'missingSpace',
])

function sentence<Code extends ReasonCode>(reason: Reason<Code>, sentences: Sentences): string {
  return sentences[reason.code](reason.parts)
}

function quoted(words: string[], or: string): string {
  return words.map((word) => `“${word}”`).join(` ${or} `)
}
