import { shortenAtWord } from '../display.ts'
import type { Finding, FindingKind, Reason, ReasonCode, ReasonParts } from './finding.ts'

const vi = {
  title: 'Bác sĩ văn bản',
  help: 'Chỉ là gợi ý; bạn luôn là người quyết định. Ctrl+Z để lấy lại.',
  write: (proposed: string) => (proposed.trim() === '' ? 'Sửa' : `Sửa thành “${shown(proposed)}”`),
  show: 'Xem chỗ này',
  nothingFound: 'Không thấy gì cần sửa.',
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
      `Đoạn này gõ bằng bảng mã ${encoding} cũ; đọc đúng là “${shown(proposed)}”`,
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
  help: 'These are suggestions; you decide. Ctrl+Z takes a change back.',
  write: (proposed) => (proposed.trim() === '' ? 'Correct it' : `Write “${shown(proposed)}”`),
  show: 'Show the place',
  nothingFound: 'Nothing to correct.',
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
      `This was typed in the old encoding ${encoding}; it reads “${shown(proposed)}”`,
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

function sentence<Code extends ReasonCode>(reason: Reason<Code>, sentences: Sentences): string {
  return sentences[reason.code](reason.parts)
}

function quoted(words: string[], or: string): string {
  return words.map((word) => `“${word}”`).join(` ${or} `)
}

/** A whole paragraph would not fit beside the field. */
function shown(text: string): string {
  return shortenAtWord(text.trim(), 80)
}
