import { formatNumber } from '../text/numbers.ts'
import type { Legacy } from './draft.ts'
import type { Dropped, DroppedKind } from './dropped.ts'
import type { Refusal } from './refusal.ts'

type Sentences = Record<DroppedKind, (count: string, name: string) => string>

const vi = {
  upload: {
    open: 'Mở tệp Word',
    choose: 'Tệp Word để mở thành bản nháp',
    help: 'Thả tệp .docx, .odt hoặc .txt vào đây: xem lại rồi mở thành bản nháp.',
    sending: 'Đang gửi tệp',
    reading: 'Đang đọc tệp, chờ vài giây',
    notSent: 'Tệp chưa gửi được. Xem lại đường mạng rồi thử lại; nếu vẫn vậy, tải lại trang này.',
    chooseFirst: 'Chọn một tệp trước.',
  },
  /** Why a file does not become a draft, and what to do. */
  refusals: {
    'not-a-document': 'Tệp này không phải văn bản Word (.docx), LibreOffice (.odt) hay văn bản thường (.txt).',
    'old-doc':
      'Tệp này thuộc loại Word cũ (.doc). Mở bằng Word hoặc LibreOffice, chọn “Lưu thành” kiểu .docx rồi gửi lại.',
    'too-large': 'Tệp lớn hoặc dài quá sức máy. Tách thành nhiều phần, hoặc giảm cỡ ảnh trong tệp rồi gửi lại.',
    bomb: 'Tệp này bung ra lớn bất thường so với cỡ của nó, nên máy không mở.',
    damaged: 'Tệp này bị hỏng hoặc tải lên chưa trọn. Mở lại bằng Word, lưu thành tệp mới rồi gửi lại.',
    encrypted: 'Tệp này đặt mật khẩu. Bỏ mật khẩu, lưu lại rồi gửi.',
    empty: 'Tệp này không có chữ nào.',
  } satisfies Record<Refusal, string>,
  dropped: {
    indents: (count) => `Bỏ ${count} khoảng trắng đầu dòng.`,
    doubledSpaces: (count) => `Bỏ ${count} chỗ thừa dấu cách.`,
    emptyParagraphs: (count) => `Bỏ ${count} dòng trống.`,
    ruleLines: (count) => `Bỏ ${count} dòng kẻ ngang.`,
    contents: () => 'Bỏ mục lục; trang bài viết không cần số trang.',
    softBreaks: (count) => `Sửa ${count} chỗ ngắt dòng giữa đoạn.`,
    letterhead: () => 'Bỏ phần quốc hiệu, tiêu ngữ, tên cơ quan ở đầu văn bản; số và ngày đã ghi riêng.',
    titleInCapitals: () => 'Tiêu đề viết hoa toàn bộ: nên gõ lại bằng chữ thường.',
    leadFromFirstParagraph: () => 'Lấy đoạn đầu làm lời dẫn; xem lại giúp.',
    boldHeadings: (count) => `Chuyển ${count} dòng nổi bật thành tiêu đề mục.`,
    typedItems: (count) => `Chuyển ${count} dòng gõ dấu -, + hoặc số thành danh sách.`,
    mergedCells: (count) => `${count} ô gộp trong bảng: tách ra, nội dung ghi lại vào từng ô.`,
    nestedTables: (count) => `${count} bảng nằm trong bảng khác: chỉ giữ chữ.`,
    layoutTables: (count) => `Bỏ khung của ${count} bảng chỉ dùng để dàn trang, giữ nội dung.`,
    notes: (count) => `Chuyển ${count} chú thích xuống cuối bài.`,
    comments: (count) => `Bỏ ${count} ghi chú của người góp ý.`,
    trackedChanges: (count) => `Văn bản còn ${count} chỗ theo dõi thay đổi: lấy bản sau khi sửa.`,
    links: (count) => `Bỏ ${count} liên kết không dẫn đến trang web, giữ chữ.`,
    unusablePictures: (count, name) =>
      `Bỏ ${count} hình không dùng được trên trang web${inBrackets(name)}; lưu lại thành JPG hoặc PNG.`,
    externalPictures: (count) => `Bỏ ${count} ảnh không nằm trong tệp mà ở nơi khác.`,
    damagedPictures: (count) => `Bỏ ${count} ảnh bị hỏng.`,
    tooLargePictures: (count) => `Bỏ ${count} ảnh quá lớn hoặc quá số lượng.`,
    repeatedPictures: (count) => `${count} ảnh lặp lại: chỉ giữ một.`,
    legacyFont: (count, name) =>
      `${count} đoạn gõ bằng bảng mã cũ${name === '' ? '' : ` (phông ${name})`}: đề nghị chuyển mã.`,
  } as Sentences,
  legacies: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } satisfies Record<Legacy, string>,
}

export type WordFileWords = typeof vi

const en: WordFileWords = {
  upload: {
    open: 'Open a Word file',
    choose: 'Word file to open as a draft',
    help: 'Drop a .docx, .odt or .txt here: look at it, then open it as a draft.',
    sending: 'Sending the file',
    reading: 'Reading the file, a few seconds',
    notSent: 'The file was not sent. Look at the network and try again; if that does not help, load this page again.',
    chooseFirst: 'Choose a file first.',
  },
  refusals: {
    'not-a-document': 'This is no document of Word (.docx) or LibreOffice (.odt), and no plain text (.txt).',
    'old-doc': 'This is a document of old Word (.doc). Open it in Word or LibreOffice, save it as .docx and send that.',
    'too-large': 'The file is larger or longer than can be read. Part it, or make its pictures smaller.',
    bomb: 'This file unfolds to far more than its size promises, so it was not opened.',
    damaged: 'This file is damaged or did not arrive whole. Open it in Word, save it as a new file and send that.',
    encrypted: 'This file has a password. Take it off, save the file and send it again.',
    empty: 'There is no text in this file.',
  },
  dropped: {
    indents: (count) => `Spaces at the start of lines left out: ${count}.`,
    doubledSpaces: (count) => `Places with more than one space put right: ${count}.`,
    emptyParagraphs: (count) => `Empty lines left out: ${count}.`,
    ruleLines: (count) => `Ruled lines left out: ${count}.`,
    contents: () => 'The table of contents was left out: a web page has no page numbers.',
    softBreaks: (count) => `Line breaks inside paragraphs put right: ${count}.`,
    letterhead: () => 'The letterhead was left out; its number and date are kept.',
    titleInCapitals: () => 'The title is all in capitals: better type it in small letters.',
    leadFromFirstParagraph: () => 'The first paragraph was taken as the lead; please look.',
    boldHeadings: (count) => `Lines that stand out made headings: ${count}.`,
    typedItems: (count) => `Lines typed with -, + or a number made lists: ${count}.`,
    mergedCells: (count) => `Merged cells in tables, parted and filled: ${count}.`,
    nestedTables: (count) => `Tables inside of tables, only their words kept: ${count}.`,
    layoutTables: (count) => `Tables that only placed things on the page, undone: ${count}.`,
    notes: (count) => `Notes moved to the end: ${count}.`,
    comments: (count) => `Comments left out: ${count}.`,
    trackedChanges: (count) => `Tracked changes, taken as accepted: ${count}.`,
    links: (count) => `Links that lead to no web page left out, their words kept: ${count}.`,
    unusablePictures: (count, name) =>
      `Pictures that the web cannot show left out: ${count}${inBrackets(name)}; save them as JPG or PNG.`,
    externalPictures: (count) => `Pictures that lie outside of the file left out: ${count}.`,
    damagedPictures: (count) => `Damaged pictures left out: ${count}.`,
    tooLargePictures: (count) => `Pictures that are too large or too many left out: ${count}.`,
    repeatedPictures: (count) => `Repeated pictures kept once: ${count}.`,
    legacyFont: (count, name) =>
      `Paragraphs in an old encoding${name === '' ? '' : ` (font ${name})`}: ${count}. Better convert them.`,
  },
  legacies: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' },
}

export const wordFileWords = { vi, en }

/** What was left out or changed, a sentence for each. */
export const sentencesFor = (dropped: Dropped[], words: WordFileWords): string[] =>
  dropped.map(({ what, count, name }) => words.dropped[what](formatNumber(count), name))

function inBrackets(name: string): string {
  return name === '' ? '' : ` (${name})`
}
