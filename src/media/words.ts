import type { LibraryFilter } from './library.ts'
import type { PictureProblem } from './picture.ts'
import type { LimitNumbers, Refusal } from './picture-limits.ts'

const filters: Record<LibraryFilter, string> = {
  all: 'Tất cả',
  missing: 'Thiếu mô tả',
  unsourced: 'Thiếu nguồn',
  unused: 'Chưa dùng',
  alike: 'Trùng',
}

const problems: Record<PictureProblem, string> = {
  missing: 'Viết mô tả cho người không nhìn thấy ảnh, hoặc đánh dấu là ảnh trang trí.',
  'file-name': 'Mô tả đang giống tên tệp. Viết một câu nói ảnh cho thấy gì.',
}

const refusals = ({ megabytes, megapixels, side }: LimitNumbers): Record<Refusal, string> => ({
  empty: 'Tệp rỗng, không có ảnh nào bên trong. Chọn lại ảnh gốc.',
  'too-large': `Ảnh nặng hơn ${megabytes} MB. Thu nhỏ ảnh rồi tải lại.`,
  'too-many-pixels': `Ảnh có hơn ${megapixels} triệu điểm ảnh. Thu nhỏ ảnh rồi tải lại.`,
  'too-long': `Ảnh có cạnh dài hơn ${side} điểm ảnh. Cắt ảnh thành nhiều phần rồi tải lại.`,
  'too-slow': 'Ảnh này cần quá nhiều thời gian để xử lý. Lưu lại thành JPEG rồi tải lên.',
  damaged: 'Ảnh bị hỏng hoặc bị cắt ngang khi chép, nên không mở được. Lấy lại ảnh gốc rồi tải lên.',
  heic: 'Đây là ảnh HEIC, cổng chưa đọc được. Trên iPhone, mở trang này và chọn ảnh từ Thư viện ảnh thì máy tự gửi JPEG; hoặc vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại. Trên máy Android, tắt “Ảnh hiệu suất cao” (HEIF) trong cài đặt máy ảnh rồi chụp lại.',
  svg: 'Cổng không nhận SVG, vì tệp SVG có thể chứa mã lệnh. Xuất hình thành PNG rồi tải lên.',
  tiff: 'Cổng không nhận TIFF và ảnh RAW. Lưu thành JPEG rồi tải lên.',
  pdf: 'Đây là tệp PDF, không phải ảnh. Xuất trang cần đăng thành JPEG rồi tải lên.',
  other:
    'Tệp này không phải ảnh JPEG, PNG, WebP, GIF hay AVIF, dù tên tệp có thể ghi như vậy. Chọn ảnh thuộc một trong các loại đó.',
})

const vi = {
  title: 'Thư viện ảnh',
  filterNames: 'Theo tình trạng',
  filters,
  search: 'Tìm theo tên, mô tả, chú thích, người chụp',
  find: 'Tìm',
  look: 'Cách xem',
  looks: { grid: 'Lưới', list: 'Danh sách' },
  shelf: 'Ảnh',
  namePart: 'Ảnh',
  noCredit: 'Chưa ghi nguồn',
  describeMany: 'Mô tả nhiều ảnh',
  older: 'Cũ hơn',
  newest: 'Về mới nhất',
  empty: 'Chưa có ảnh nào',
  emptyHelp: 'Tải ảnh đầu tiên lên từ khung phía trên.',
  emptyFilter: 'Không có ảnh nào ở đây',
  emptyFilterHelp: 'Xem mọi ảnh ở thẻ “Tất cả”.',
  notFound: (search: string) => `Không có ảnh nào khớp với “${search}”`,
  notFoundHelp: 'Thử ít chữ hơn, hoặc tìm trong thẻ “Tất cả”.',
  marks: { good: 'Có mô tả', poor: 'Mô tả là tên tệp', none: 'Thiếu mô tả', decorative: 'Ảnh trang trí' },

  choose: 'Chọn ảnh',
  uploadHelp: ({ megabytes, files }: LimitNumbers) =>
    `Kéo ảnh vào đây, hoặc chọn từ máy. JPEG, PNG, WebP, GIF, AVIF; mỗi ảnh tối đa ${megabytes} MB, mỗi lần tối đa ${files} ảnh. Vị trí chụp được xóa khỏi ảnh.`,
  upload: 'Tải ảnh lên',
  sending: 'Đang gửi',
  checking: 'Đang xử lý',
  arrived: 'Đã nhận',
  waiting: 'Mất mạng. Phần đã gửi còn nguyên, phần còn lại sẽ tự gửi khi có mạng.',
  notSent: 'Chưa gửi được. Tải lại trang rồi chọn lại ảnh này.',
  known: (uses: number) =>
    `Ảnh này đã có trong thư viện, ${uses === 0 ? 'chưa bài nào dùng' : `dùng trong ${uses} bài`}. Cổng giữ ảnh đã có.`,
  knownOnes: (count: number) =>
    count === 1
      ? 'Ảnh này đã có trong thư viện, nên không thêm lần nữa:'
      : `${count} ảnh đã có trong thư viện, nên không thêm lần nữa:`,
  tooManyParts: ({ files }: LimitNumbers) => `Bạn đang gửi dở ${files} ảnh. Chờ các ảnh ấy xong rồi gửi tiếp.`,
  progress: 'Đã nhận {received} trên {total} ảnh',
  received: (count: number) => `Đã nhận ${count} ảnh. Việc tiếp theo: viết mô tả cho từng ảnh.`,
  chooseFirst: 'Chọn ít nhất một ảnh trước khi tải lên.',
  tooManyFiles: ({ files }: LimitNumbers) => `Mỗi lần tải nhiều nhất ${files} ảnh. Chia thành nhiều lần.`,
  stopped: (name: string, { megabytes }: LimitNumbers) =>
    `“${name}” nặng hơn ${megabytes} MB nên cả lượt tải dừng lại. Bỏ hoặc thu nhỏ tệp ấy rồi tải lại.`,
  aboutFile: (name: string, issue: string) => `“${name}”: ${issue}`,
  refusals,

  back: 'Về thư viện ảnh',
  chosen: 'Ảnh đang chọn',
  description: 'Mô tả',
  alternativeText: 'Mô tả cho người không nhìn thấy ảnh',
  alternativeTextHelp: 'Ví dụ: “Đại biểu ngồi kín hội trường, màn hình lớn chia nhiều điểm cầu.”',
  decorative: 'Ảnh trang trí, không cần mô tả',
  caption: 'Chú thích',
  captionHelp: 'Hiện dưới ảnh: ảnh này liên quan gì đến tin, ở đâu, khi nào.',
  credit: 'Người chụp, nguồn',
  consent: 'Đồng ý của người trong ảnh',
  consentHelp: 'Ai đã đồng ý, khi nào. Với trẻ em: cha mẹ hoặc người giám hộ. Chỉ phòng tin xem được.',
  save: 'Lưu mô tả',
  saved: 'Đã lưu mô tả. Mọi tin có ảnh này đã dùng mô tả mới.',
  problems,
  tooLong: (most: number) => `Dài quá ${most} ký tự. Viết ngắn lại.`,

  facts: 'Thông tin ảnh',
  uploaded: 'Tải lên',
  portal: 'Cổng',
  size: 'Kích thước',
  sizeOf: (width: string, height: string, bytes: string) => `${width} × ${height}, ${bytes}`,
  audience: 'Ai xem được',
  public: 'Mọi người',
  staffOnly: 'Chỉ phòng tin',
  uses: 'Đang dùng',
  usedIn: (count: number) => (count === 0 ? 'Chưa bài nào dùng' : `Dùng trong ${count} bài`),

  remove: 'Xóa ảnh',
  removeQuestion: 'Ảnh sẽ rời thư viện và không ai xem được nữa.',
  confirmRemoval: 'Xóa ảnh này',
  inUse: 'Chưa xóa được vì ảnh đang dùng trong tin.',
  removed: 'Đã xóa ảnh khỏi thư viện.',
}

export type MediaWords = typeof vi

const en: MediaWords = {
  title: 'Pictures',
  filterNames: 'By state',
  filters: { all: 'All', missing: 'No description', unsourced: 'No credit', unused: 'Unused', alike: 'Duplicates' },
  search: 'Find by name, description, caption or credit',
  find: 'Find',
  look: 'View',
  looks: { grid: 'Grid', list: 'List' },
  shelf: 'Pictures',
  namePart: 'Picture',
  noCredit: 'No credit',
  describeMany: 'Describe several pictures',
  older: 'Older',
  newest: 'Back to newest',
  empty: 'No pictures yet',
  emptyHelp: 'Upload the first one with the form above.',
  emptyFilter: 'No pictures here',
  emptyFilterHelp: 'See every picture under “All”.',
  notFound: (search) => `No picture matches “${search}”`,
  notFoundHelp: 'Try fewer words, or look under “All”.',
  marks: { good: 'Described', poor: 'Description is a file name', none: 'No description', decorative: 'Decoration' },

  choose: 'Choose pictures',
  uploadHelp: ({ megabytes, files }) =>
    `Drop pictures here, or choose them. JPEG, PNG, WebP, GIF, AVIF; at most ${megabytes} MB each and ${files} at once. Where they were taken is removed from them.`,
  upload: 'Upload pictures',
  sending: 'Sending',
  checking: 'Working on it',
  arrived: 'Received',
  waiting: 'No network. What was sent is safe; the rest follows by itself when the network is back.',
  notSent: 'Could not be sent. Load the page again, then choose this picture again.',
  known: (uses) =>
    `The library has this picture already, ${uses === 0 ? 'unused' : `used in ${uses === 1 ? '1 article' : `${uses} articles`}`}. That one is kept.`,
  knownOnes: (count) =>
    count === 1 ? 'The library has this picture already:' : `The library has these ${count} pictures already:`,
  tooManyParts: ({ files }) => `You are sending ${files} pictures already. Wait until they have arrived.`,
  progress: '{received} of {total} pictures received',
  received: (count) => `${count === 1 ? '1 picture' : `${count} pictures`} received. Next: describe each of them.`,
  chooseFirst: 'Choose at least one picture before uploading.',
  tooManyFiles: ({ files }) => `At most ${files} pictures at once. Send them in several goes.`,
  stopped: (name, { megabytes }) =>
    `“${name}” is larger than ${megabytes} MB, so the whole upload was stopped. Leave it out or make it smaller, then upload again.`,
  aboutFile: (name, issue) => `“${name}”: ${issue}`,
  refusals: ({ megabytes, megapixels, side }) => ({
    empty: 'The file is empty. Choose the original picture.',
    'too-large': `The picture is larger than ${megabytes} MB. Make it smaller, then upload it again.`,
    'too-many-pixels': `The picture has more than ${megapixels} million pixels. Make it smaller, then upload it again.`,
    'too-long': `The picture has a side of more than ${side} pixels. Cut it into parts, then upload them.`,
    'too-slow': 'This picture takes too long to work on. Save it as JPEG, then upload it.',
    damaged: 'The picture is damaged or was cut off while copying. Take the original again, then upload it.',
    heic: 'This is an HEIC picture, which the portal cannot read yet. On an iPhone, open this page and choose from the photo library: it then sends a JPEG. Or set Settings, Camera, Formats to “Most Compatible” and take it again. On Android, turn off HEIF (“High efficiency pictures”) in the camera settings.',
    svg: 'SVG is not accepted, because it can hold program code. Export it as PNG, then upload it.',
    tiff: 'TIFF and RAW are not accepted. Save it as JPEG, then upload it.',
    pdf: 'This is a PDF, not a picture. Export the page as JPEG, then upload it.',
    other:
      'This file is not a JPEG, PNG, WebP, GIF or AVIF picture, whatever its name says. Choose a picture of one of these kinds.',
  }),

  back: 'Back to the pictures',
  chosen: 'Chosen picture',
  description: 'Description',
  alternativeText: 'Description for people who cannot see the picture',
  alternativeTextHelp: 'For example: “Delegates fill the hall; a large screen shows twelve other meeting rooms.”',
  decorative: 'Decoration, needs no description',
  caption: 'Caption',
  captionHelp: 'Shown below the picture: what it has to do with the news, where and when.',
  credit: 'Photographer, source',
  consent: 'Consent of the people in it',
  consentHelp: 'Who agreed, and when. For children: a parent or guardian. Only the newsroom can see it.',
  save: 'Save the description',
  saved: 'Saved. Every article with this picture uses the new words.',
  problems: {
    missing: 'Describe the picture for people who cannot see it, or mark it as decoration.',
    'file-name': 'The description looks like a file name. Write one sentence about what the picture shows.',
  },
  tooLong: (most) => `Longer than ${most} characters. Make it shorter.`,

  facts: 'About the picture',
  uploaded: 'Uploaded',
  portal: 'Portal',
  size: 'Size',
  sizeOf: (width, height, bytes) => `${width} × ${height}, ${bytes}`,
  audience: 'Who can see it',
  public: 'Everybody',
  staffOnly: 'The newsroom only',
  uses: 'In use',
  usedIn: (count) => (count === 0 ? 'In no article yet' : `In ${count === 1 ? '1 article' : `${count} articles`}`),

  remove: 'Delete the picture',
  removeQuestion: 'It will leave the library and nobody will see it any more.',
  confirmRemoval: 'Delete this picture',
  inUse: 'It cannot be deleted while an article uses it.',
  removed: 'The picture was deleted from the library.',
}

export const mediaWords = { vi, en }
