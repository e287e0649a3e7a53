import { doctorWords } from '../text/doctor/index.ts'
import type { CheckedField } from './checked.ts'
import type { CheckName } from './run-checks.ts'

const vi = {
  title: 'Kiểm tra trước khi đăng',
  mustFix: 'Phải sửa:',
  advice: 'Gợi ý:',
  ready: 'Có thể đăng.',
  readyWith: (advice: number) => `Có thể đăng, có ${advice} gợi ý.`,
  toFix: (blocks: number) => `${blocks} việc phải sửa.`,
  toFixWith: (blocks: number, advice: number) => `${blocks} việc phải sửa, ${advice} gợi ý.`,
  passed: (names: string) => `Đã ổn: ${names}.`,
  show: {
    title: 'Đến tiêu đề',
    lead: 'Đến lời dẫn',
    body: 'Đến nội dung',
    coverPictureId: 'Đến ảnh bìa',
    coverAlternative: 'Đến mô tả ảnh',
    categoryId: 'Đến chuyên mục',
    author: 'Đến tác giả',
    unit: 'Đến đơn vị',
    tags: 'Đến từ khóa',
    sourceName: 'Đến tên nguồn',
    sourceAddress: 'Đến địa chỉ nguồn',
  } satisfies Record<CheckedField, string>,
  /** Checks of one name are told as one when all of them pass. */
  names: {
    required: 'phần bắt buộc',
    byline: 'tác giả',
    titleLength: 'độ dài',
    leadLength: 'độ dài',
    layers: 'bố cục',
    headings: 'bố cục',
    leftovers: 'bố cục',
    linkTargets: 'liên kết',
    linkTexts: 'liên kết',
    outsideLinks: 'liên kết',
    knownPictures: 'ảnh',
    alternativeTexts: 'ảnh',
    credits: 'ảnh',
    pictureSizes: 'ảnh',
    hiddenLinks: 'an toàn thông tin',
    gambling: 'an toàn thông tin',
    personalData: 'an toàn thông tin',
    misprints: 'chính tả',
    abbreviations: 'câu chữ',
    longSentences: 'câu chữ',
  } satisfies Record<CheckName, string>,
  doctorKinds: doctorWords.vi.kinds,

  enterTitle: 'Viết tiêu đề.',
  enterLead: 'Viết lời dẫn: một hai câu nói điều chính.',
  enterBody: 'Viết nội dung.',
  enterCategory: 'Chọn chuyên mục.',
  noByline: 'Chưa ghi tác giả, đơn vị hay nguồn. Ghi một trong ba để bạn đọc biết tin từ đâu.',
  tooDeep: 'Nội dung lồng nhau quá nhiều lớp. Bỏ bớt các dấu > hoặc - lặp lại ở đầu dòng.',
  describeCover: 'Ảnh bìa chưa có mô tả. Viết một câu nói ảnh cho thấy gì, hoặc đánh dấu là ảnh trang trí.',
  coverFileName: 'Mô tả ảnh bìa đang giống tên tệp. Viết một câu nói ảnh cho thấy gì.',
  describePictures: (count: number) =>
    `${count} ảnh trong nội dung chưa có mô tả. Viết một câu trong ngoặc vuông: ![mô tả](anh:…)`,
  pictureFileNames: (count: number) =>
    `Mô tả của ${count} ảnh trong nội dung đang giống tên tệp. Viết một câu nói ảnh cho thấy gì.`,
  missingPictures:
    'Có ảnh trong nội dung không nằm trong thư viện. Tải ảnh lên rồi chèn lại; ảnh của trang khác không nhúng được.',
  creditCover: 'Ảnh bìa chưa ghi nguồn. Mở ảnh trong thư viện để ghi người chụp hoặc nơi lấy ảnh.',
  creditPictures: (count: number) =>
    `${count} ảnh trong nội dung chưa ghi nguồn. Mở ảnh trong thư viện để ghi người chụp hoặc nơi lấy ảnh.`,
  smallCover: (width: number, enough: number) =>
    `Ảnh bìa chỉ rộng ${width} điểm ảnh nên sẽ mờ. Nếu có, dùng ảnh rộng từ ${enough} điểm ảnh.`,
  smallPictures: (width: number, enough: number) =>
    `Có ảnh trong nội dung chỉ rộng ${width} điểm ảnh nên sẽ mờ. Nếu có, dùng ảnh rộng từ ${enough} điểm ảnh.`,
  longTitle: (letters: number, most: number) =>
    `Tiêu đề dài ${letters} ký tự. Dưới ${most} ký tự thì dễ đọc trên điện thoại hơn.`,
  longLead: (words: number, most: number) =>
    `Lời dẫn dài ${words} chữ. Rút còn dưới ${most} chữ, phần sau để vào nội dung.`,
  skippedHeading: (heading: string, sign: string) =>
    `Tiêu đề mục “${heading}” nhảy cấp. Bắt đầu bằng ${sign} để mục lục liền nhau.`,
  boldHeading: (heading: string) =>
    `“${heading}” đứng làm tiêu đề mà chỉ in đậm. Thay hai dấu ** bằng ## ở đầu dòng để ai cũng tìm được mục ấy.`,
  emptyHeading: 'Có tiêu đề mục không có chữ nào. Viết chữ sau dấu ##, hoặc xóa dòng ấy.',
  brokenLinks: (paths: string) => `Cổng không có trang ${paths}. Sửa địa chỉ, hoặc bỏ liên kết.`,
  leadsNowhere: (texts: string) => `Liên kết ${texts} không dẫn đến đâu. Viết địa chỉ cần đến, hoặc bỏ liên kết.`,
  silentLinks: 'Có liên kết không có chữ để bấm. Viết tên trang vào trong ngoặc vuông, hoặc xóa liên kết.',
  vagueLinks: (texts: string) => `Chữ của liên kết chưa nói sẽ đến đâu: ${texts}. Viết tên của trang hay tệp ấy.`,
  bareAddresses: (texts: string) =>
    `Địa chỉ để trần khó đọc, nhất là bằng máy đọc: ${texts}. Viết tên trang trong ngoặc vuông: [tên trang](địa chỉ).`,
  hiddenLinks: (hosts: string) =>
    `Có liên kết không nhìn thấy được, dẫn đến ${hosts}. Đó là cách kẻ xấu giấu quảng cáo: xóa nó và hỏi xem ai đã chèn.`,
  unknownHosts: (hosts: string) =>
    `Cổng chưa từng dẫn đến ${hosts}. Mở thử từng liên kết, xem có đúng trang cần dẫn không.`,
  gamblingLinks: (words: string) => `Liên kết quảng cáo cờ bạc: ${words}. Xóa liên kết, và hỏi xem ai đã chèn vào bài.`,
  gamblingWithLinks: (words: string) =>
    `Chữ của quảng cáo cờ bạc (${words}) đứng cùng liên kết đến trang lạ. Xóa một trong hai; nếu không ai trong cơ quan viết thì báo quản trị viên.`,
  gamblingWords: (words: string) =>
    `Có chữ hay gặp trong quảng cáo cờ bạc: ${words}. Xem chỗ ấy có phải do người của mình viết không.`,
  gamblingInNews: (words: string) =>
    `Tin về phòng, chống cờ bạc có nhắc ${words}. Chỉ nhắc khi cần, và không chỉ đường đến trang ấy.`,
  citizenIds: (first: string, count: number) =>
    count === 1
      ? `“${first}” giống số căn cước. Bỏ đi hoặc che bớt, nếu không có căn cứ để công khai.`
      : `${count} số giống số căn cước, số đầu là “${first}”. Bỏ đi hoặc che bớt, nếu không có căn cứ để công khai.`,
  manyTelephones: (first: string, count: number) =>
    `Có ${count} số điện thoại, số đầu là “${first}”. Chỉ để số của cơ quan; số riêng của người dân thì bỏ đi.`,
  accounts: (first: string, count: number) =>
    count === 1
      ? `“${first}” giống số tài khoản. Soát lại từng chữ số và tên chủ tài khoản; số riêng của người dân thì bỏ đi.`
      : `${count} số giống số tài khoản, số đầu là “${first}”. Soát lại từng chữ số; số riêng của người dân thì bỏ đi.`,
  leftovers: (words: string) => `Dấu định dạng hiện ra thành chữ: ${words}. Sửa để dấu có tác dụng, hoặc xóa dấu.`,
  misprints: (places: number, examples: string) => `${places} chỗ có thể gõ nhầm: ${examples}.`,
  abbreviations: (examples: string) => `Chữ viết tắt chưa viết đủ ở lần đầu: ${examples}.`,
  longSentences: (count: number, most: number, longest: number) =>
    `${count} câu dài trên ${most} chữ, câu dài nhất ${longest} chữ. Nên tách ra.`,
}

export type ChecksWords = typeof vi

const en: ChecksWords = {
  title: 'Checks before publishing',
  mustFix: 'To put right:',
  advice: 'Advice:',
  ready: 'Ready to publish.',
  readyWith: (advice) => `Ready to publish, with ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice.`,
  toFix: (blocks) => `${blocks} to put right.`,
  toFixWith: (blocks, advice) => `${blocks} to put right, ${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice.`,
  passed: (names) => `In order: ${names}.`,
  show: {
    title: 'Go to the title',
    lead: 'Go to the lead',
    body: 'Go to the text',
    coverPictureId: 'Go to the cover',
    coverAlternative: 'Go to its description',
    categoryId: 'Go to the category',
    author: 'Go to the author',
    unit: 'Go to the unit',
    tags: 'Go to the tags',
    sourceName: 'Go to the source',
    sourceAddress: 'Go to its address',
  },
  names: {
    required: 'required parts',
    byline: 'byline',
    titleLength: 'length',
    leadLength: 'length',
    layers: 'structure',
    headings: 'structure',
    leftovers: 'structure',
    linkTargets: 'links',
    linkTexts: 'links',
    outsideLinks: 'links',
    knownPictures: 'pictures',
    alternativeTexts: 'pictures',
    credits: 'pictures',
    pictureSizes: 'pictures',
    hiddenLinks: 'safety',
    gambling: 'safety',
    personalData: 'safety',
    misprints: 'spelling',
    abbreviations: 'style',
    longSentences: 'style',
  },
  doctorKinds: doctorWords.en.kinds,

  enterTitle: 'Enter a title.',
  enterLead: 'Enter a lead: one or two sentences with the main point.',
  enterBody: 'Enter the text.',
  enterCategory: 'Choose a category.',
  noByline: 'Neither author nor unit nor source is named. Name one, so that readers know where this comes from.',
  tooDeep: 'The text is nested too deeply. Remove repeated > or - signs at the beginning of lines.',
  describeCover: 'The cover has no description. Say in one sentence what it shows, or mark it as decorative.',
  coverFileName: 'The description of the cover looks like a file name. Say what the picture shows.',
  describePictures: (count) =>
    `${count} ${count === 1 ? 'picture' : 'pictures'} in the text without a description. Write one in the square brackets: ![description](anh:…)`,
  pictureFileNames: (count) =>
    `${count} ${count === 1 ? 'picture' : 'pictures'} in the text described by something like a file name. Say what they show.`,
  missingPictures:
    'A picture in the text is not in the library. Upload it and insert it again; pictures of other sites cannot be embedded.',
  creditCover: 'The cover has no credit. Open it in the library and name its photographer or source.',
  creditPictures: (count) =>
    `${count} ${count === 1 ? 'picture' : 'pictures'} in the text without a credit. Open them in the library and name the photographer or source.`,
  smallCover: (width, enough) =>
    `The cover is only ${width} pixels wide and will look blurred. If there is one, use a picture of ${enough} or more.`,
  smallPictures: (width, enough) =>
    `A picture in the text is only ${width} pixels wide and will look blurred. If there is one, use a picture of ${enough} or more.`,
  longTitle: (letters, most) => `The title has ${letters} characters. Under ${most} it is easier to read on a phone.`,
  longLead: (words, most) => `The lead has ${words} words. Keep it under ${most} and move the rest into the text.`,
  skippedHeading: (heading, sign) => `The heading “${heading}” skips a level. Begin it with ${sign}.`,
  boldHeading: (heading) =>
    `“${heading}” stands as a heading but is only bold. Begin the line with ## instead of **, so that everybody finds it.`,
  emptyHeading: 'A heading has no words. Write some after the ## sign, or remove the line.',
  brokenLinks: (paths) => `The portal has no page ${paths}. Correct the address, or remove the link.`,
  leadsNowhere: (texts) => `The link ${texts} leads nowhere. Write where it should lead, or remove it.`,
  silentLinks: 'A link has no words to press. Write the name of the page in the square brackets, or remove the link.',
  vagueLinks: (texts) => `These words do not say where the link leads: ${texts}. Name the page or the file.`,
  bareAddresses: (texts) =>
    `A bare address is hard to read, most of all aloud: ${texts}. Name the page in square brackets: [name](address).`,
  hiddenLinks: (hosts) =>
    `A link that nobody can see leads to ${hosts}. This is how advertisements are hidden: remove it and ask who put it there.`,
  unknownHosts: (hosts) =>
    `The portal has never linked to ${hosts}. Open each link and see whether it is the right page.`,
  gamblingLinks: (words) =>
    `A link that advertises gambling: ${words}. Remove it, and ask who put it into the article.`,
  gamblingWithLinks: (words) =>
    `Words of gambling advertisements (${words}) together with a link to an unknown site. Remove one of them; if nobody of the office wrote this, tell an administrator.`,
  gamblingWords: (words) =>
    `Words that gambling advertisements use: ${words}. See whether one of your colleagues wrote this.`,
  gamblingInNews: (words) =>
    `This news about action against gambling names ${words}. Do so only where needed, and do not show the way there.`,
  citizenIds: (first, count) =>
    count === 1
      ? `“${first}” looks like a citizen's identity number. Remove or mask it, unless there are grounds to publish it.`
      : `${count} numbers look like citizens' identity numbers, the first is “${first}”. Remove or mask them, unless there are grounds to publish them.`,
  manyTelephones: (first, count) =>
    `${count} telephone numbers, the first is “${first}”. Keep those of offices; remove private ones.`,
  accounts: (first, count) =>
    count === 1
      ? `“${first}” looks like a bank account. Check every digit and its owner; remove private ones.`
      : `${count} numbers look like bank accounts, the first is “${first}”. Check every digit; remove private ones.`,
  leftovers: (words) => `Formatting signs show as text: ${words}. Correct them so that they work, or remove them.`,
  misprints: (places, examples) => `${places} likely ${places === 1 ? 'slip' : 'slips'}: ${examples}.`,
  abbreviations: (examples) => `Abbreviations not written out where first used: ${examples}.`,
  longSentences: (count, most, longest) =>
    `${count} ${count === 1 ? 'sentence' : 'sentences'} of more than ${most} words, the longest of ${longest}. Better part them.`,
}

export const checksWords = { vi, en }
