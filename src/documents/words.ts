import type { Refusal } from './document-kind.ts'
import type { LimitNumbers } from './document-limits.ts'

const refusals = ({ megabytes }: LimitNumbers): Record<Refusal, string> => ({
  empty: 'Tệp rỗng, không có gì bên trong. Chọn lại tệp gốc.',
  'too-large': `Tệp nặng hơn ${megabytes} MB. Giảm cỡ ảnh trong tệp hoặc chia thành nhiều phần rồi tải lại.`,
  damaged: 'Tệp bị hỏng hoặc bị cắt ngang khi chép, nên không mở được. Lấy lại tệp gốc rồi tải lên.',
  locked: 'Tệp có mật khẩu nên người đọc không mở được. Bỏ mật khẩu, lưu lại rồi tải lên.',
  'old-office':
    'Đây là tệp kiểu cũ (.doc, .xls, .ppt, .rtf) hoặc tệp Office có mật khẩu. Loại này có thể chứa mã lệnh, điện thoại khó mở và tìm kiếm không đọc được. Mở tệp, chọn “Lưu thành” (Save As) .docx hay .xlsx, hoặc xuất PDF, rồi tải bản mới lên.',
  template: 'Đây là tệp khuôn mẫu (.dotx, .xltx, .ott). Lưu thành .docx, .xlsx, .odt hay PDF rồi tải lên.',
  macros:
    'Tệp có macro, tức mã lệnh bên trong. Lưu thành .docx, .xlsx, .odt hay .ods không có macro, hoặc xuất PDF, rồi tải lên.',
  slides: 'Đây là tệp trình chiếu. Xuất thành PDF rồi tải lên.',
  picture: 'Đây là ảnh. Ảnh tải lên ở Thư viện ảnh; văn bản quét thì lưu thành một tệp PDF.',
  archive: 'Đây là tệp nén kiểu khác (RAR, 7z…). Nén lại thành ZIP rồi tải lên.',
  program: 'Đây là chương trình hoặc mã lệnh. Để bảo vệ người đọc, cổng không nhận loại này.',
  'web-page': 'Đây là trang web (HTML) hoặc hình SVG, có thể chứa mã lệnh. In ra PDF rồi tải lên.',
  'too-many-parts': 'Tệp nén chứa quá nhiều tệp. Chia thành nhiều tệp ZIP rồi tải lên.',
  other:
    'Tệp này không phải PDF, DOCX, XLSX, ODT, ODS hay ZIP, dù tên tệp có thể ghi như vậy. Mở bằng phần mềm đã tạo ra nó, lưu thành một trong các loại đó rồi tải lên.',
})

const vi = {
  title: 'Tài liệu',
  search: 'Tìm theo tên tài liệu, tên tệp',
  find: 'Tìm',
  caption: 'Tài liệu, mới nhất trước',
  columns: { title: 'Tài liệu', file: 'Tệp', audience: 'Ai xem được', received: 'Ngày nhận' },
  older: 'Cũ hơn',
  newest: 'Về mới nhất',
  empty: 'Chưa có tài liệu nào',
  emptyHelp: 'Tải tài liệu đầu tiên lên từ khung phía trên.',
  notFound: (search: string) => `Không có tài liệu nào khớp với “${search}”`,
  notFoundHelp: 'Thử ít chữ hơn. Dấu và chữ hoa không quan trọng.',

  choose: 'Chọn tài liệu',
  uploadHelp: ({ megabytes, files }: LimitNumbers) =>
    `Kéo tệp vào đây, hoặc chọn từ máy. PDF, DOCX, XLSX, ODT, ODS, ZIP; mỗi tệp tối đa ${megabytes} MB, mỗi lần tối đa ${files} tệp.`,
  upload: 'Tải tài liệu lên',
  sending: 'Đang gửi',
  checking: 'Đang đọc tệp',
  arrived: 'Đã nhận',
  notSent: 'Chưa gửi được. Kiểm tra mạng rồi chọn lại tệp này.',
  progress: 'Đã nhận {received} trên {total} tệp',
  received: (count: number) => `Đã nhận ${count} tài liệu. Việc tiếp theo: đặt tên dễ hiểu cho từng tài liệu.`,
  known: (count: number) => `${count} tệp đã có sẵn trong danh sách nên không lưu thêm lần nữa.`,
  knownNote: 'Tệp này đã có sẵn trong danh sách, với tên trên.',
  chooseFirst: 'Chọn ít nhất một tệp trước khi tải lên.',
  chooseOne: 'Chọn một tệp để thay.',
  tooManyFiles: ({ files }: LimitNumbers) => `Mỗi lần tải nhiều nhất ${files} tệp. Chia thành nhiều lần.`,
  stopped: (name: string, { megabytes }: LimitNumbers) =>
    `“${name}” nặng hơn ${megabytes} MB nên cả lượt tải dừng lại. Bỏ hoặc giảm cỡ tệp ấy rồi tải lại.`,
  aboutFile: (name: string, issue: string) => `“${name}”: ${issue}`,
  refusals,

  back: 'Về danh sách tài liệu',
  about: 'Tên và tóm tắt',
  name: 'Tên tài liệu',
  nameHelp: 'Người đọc thấy tên này. Ví dụ: “Báo cáo công tác tháng 02/2017”.',
  description: 'Tóm tắt',
  descriptionHelp: 'Vài câu cho người không mở được tệp, hiện dưới tên tài liệu.',
  enterTitle: 'Viết tên tài liệu.',
  tooLong: (most: string) => `Dài quá ${most} ký tự. Viết ngắn lại.`,
  save: 'Lưu tên và tóm tắt',
  saved: 'Đã lưu. Mọi tin có tài liệu này đã dùng tên mới.',

  warnings: {
    scan: 'PDF này là ảnh quét, người khiếm thị không đọc được và tìm kiếm không thấy chữ; nên thay bằng bản PDF xuất thẳng từ Word, hoặc viết phần Tóm tắt.',
    unread:
      'Cổng chưa đọc được hết chữ và số trang của tệp này, nên tìm kiếm có thể không thấy. Mở thử xem tệp có đủ trang không rồi hãy gắn vào tin.',
  },
  programs: (names: string) =>
    `Trong tệp nén có chương trình (${names}), dễ là mã độc và dễ làm người đọc sợ. Nếu được, nén lại không có chương trình.`,
  titleIsFileName: 'Tên tài liệu đang giống tên tệp. Viết tên mà người đọc hiểu ngay.',

  facts: 'Thông tin tài liệu',
  number: 'Số của tài liệu',
  originalName: 'Tên tệp gốc',
  size: 'Loại, cỡ',
  audience: 'Ai xem được',
  public: 'Mọi người',
  staffOnly: 'Chỉ phòng tin',
  address: 'Địa chỉ công khai',
  openPublic: 'Mở như người đọc',
  uses: 'Đang dùng',
  unused: 'Chưa tin nào dùng',
  portal: 'Cổng',

  replace: 'Thay tệp',
  replaceHelp:
    'Địa chỉ giữ nguyên, người đọc nhận tệp mới ngay; tệp cũ vẫn lưu trong phòng tin. Chỉnh sửa đáng kể thì nên đăng thêm một bản cập nhật của tin.',
  newFile: 'Tệp mới',
  replaced: 'Đã thay tệp. Người đọc mở địa chỉ cũ nhận tệp mới.',
  mayNotReplace: 'Tài liệu đã công khai, nên chỉ người có quyền đăng bài mới thay được tệp.',
  sameFile: 'Tệp mới giống hệt tệp đang dùng, nên không có gì thay đổi.',
  fileOfOther: (title: string) =>
    `Tệp này đang là tài liệu “${title}” trong danh sách. Dùng tài liệu ấy, hoặc chọn tệp khác.`,
  versions: 'Các tệp đã dùng',
  inUseNow: 'đang dùng',

  remove: 'Xóa tài liệu',
  removeQuestion: 'Tài liệu sẽ rời danh sách và không ai tải được nữa.',
  confirmRemoval: 'Xóa tài liệu này',
  inUse: 'Chưa xóa được vì tài liệu đang dùng trong tin.',
  removed: 'Đã xóa tài liệu.',

  files: 'Tệp đính kèm',
  download: (facts: string) => `Tải về (${facts})`,
  pages: (_count: number, shown: string) => `${shown} trang`,

  pickerHelp: 'Tài liệu được đánh dấu sẽ hiện cuối bài, theo thứ tự dưới đây.',
  noneChosen: 'Chưa có tài liệu nào.',
  others: 'Mới trong danh sách tài liệu',
  addByNumber: 'Thêm theo số của tài liệu',
  addByNumberHelp: 'Số ghi ở trang của tài liệu. Nhiều số thì cách nhau bằng dấu phẩy.',
  add: 'Thêm tài liệu',
  moveUp: 'Lên',
}

export type DocumentWords = typeof vi

const en: DocumentWords = {
  title: 'Documents',
  search: 'Find by title or file name',
  find: 'Find',
  caption: 'Documents, newest first',
  columns: { title: 'Document', file: 'File', audience: 'Who can see it', received: 'Received' },
  older: 'Older',
  newest: 'Back to newest',
  empty: 'No documents yet',
  emptyHelp: 'Upload the first one with the form above.',
  notFound: (search) => `No document matches “${search}”`,
  notFoundHelp: 'Try fewer words. Marks and capitals do not matter.',

  choose: 'Choose documents',
  uploadHelp: ({ megabytes, files }) =>
    `Drop files here, or choose them. PDF, DOCX, XLSX, ODT, ODS, ZIP; at most ${megabytes} MB each and ${files} at once.`,
  upload: 'Upload documents',
  sending: 'Sending',
  checking: 'Reading the file',
  arrived: 'Received',
  notSent: 'Could not be sent. Check the network, then choose this file again.',
  progress: '{received} of {total} files received',
  received: (count) =>
    `${count === 1 ? '1 document' : `${count} documents`} received. Next: give each a title that readers understand.`,
  known: (count) =>
    count === 1
      ? '1 file was here already and was not kept twice.'
      : `${count} files were here already and were not kept twice.`,
  knownNote: 'This file was here already, under the title above.',
  chooseFirst: 'Choose at least one file before uploading.',
  chooseOne: 'Choose the file that takes its place.',
  tooManyFiles: ({ files }) => `At most ${files} files at once. Send them in several goes.`,
  stopped: (name, { megabytes }) =>
    `“${name}” is larger than ${megabytes} MB, so the whole upload was stopped. Leave it out or make it smaller, then upload again.`,
  aboutFile: (name, issue) => `“${name}”: ${issue}`,
  refusals: ({ megabytes }) => ({
    empty: 'The file is empty. Choose the original file.',
    'too-large': `The file is larger than ${megabytes} MB. Make its pictures smaller or split it, then upload it again.`,
    damaged:
      'The file is damaged or was cut off while copying, so it cannot be opened. Take the original again, then upload it.',
    locked: 'The file has a password, so readers cannot open it. Remove the password, save it, then upload it.',
    'old-office':
      'This is a file of an old kind (.doc, .xls, .ppt, .rtf) or an Office file with a password. Such files can hold program code, open badly on phones and cannot be searched. Open it, choose “Save As” .docx or .xlsx, or export a PDF, then upload that.',
    template: 'This is a template (.dotx, .xltx, .ott). Save it as .docx, .xlsx, .odt or PDF, then upload it.',
    macros:
      'The file holds macros, which are program code. Save it as .docx, .xlsx, .odt or .ods without macros, or export a PDF, then upload that.',
    slides: 'This is a presentation. Export it as PDF, then upload that.',
    picture: 'This is a picture. Pictures belong to the picture library; scanned papers are saved as one PDF.',
    archive: 'This is an archive of another kind (RAR, 7z…). Pack it as ZIP, then upload it.',
    program: 'This is a program or a script. To protect readers, the portal does not take such files.',
    'web-page':
      'This is a web page (HTML) or an SVG drawing, which can hold program code. Print it to PDF, then upload that.',
    'too-many-parts': 'The archive holds too many files. Split it into several ZIP files, then upload them.',
    other:
      'This file is not PDF, DOCX, XLSX, ODT, ODS or ZIP, whatever its name says. Open it with the program that made it, save it as one of these, then upload that.',
  }),

  back: 'Back to the documents',
  about: 'Title and summary',
  name: 'Title',
  nameHelp: 'Readers see this title, for example “Report of February 2017”.',
  description: 'Summary',
  descriptionHelp: 'A few sentences for people who cannot open the file; shown below the title.',
  enterTitle: 'Enter a title.',
  tooLong: (most) => `Longer than ${most} characters. Make it shorter.`,
  save: 'Save title and summary',
  saved: 'Saved. Every article with this document uses the new title.',

  warnings: {
    scan: 'This PDF is a scan: blind readers cannot read it and its words cannot be found. Replace it with a PDF exported from Word, or write the summary.',
    unread:
      'The portal could not read all words and pages of this file, so searching may not find it. Open it and see that it is whole before an article carries it.',
  },
  programs: (names) =>
    `The archive holds programs (${names}), which may be malicious and frighten readers. Pack it again without them if you can.`,
  titleIsFileName: 'The title looks like a file name. Write one that readers understand at once.',

  facts: 'About the document',
  number: 'Number of the document',
  originalName: 'Name of the file',
  size: 'Kind, size',
  audience: 'Who can see it',
  public: 'Everybody',
  staffOnly: 'The newsroom only',
  address: 'Public address',
  openPublic: 'Open as readers do',
  uses: 'Used in',
  unused: 'No article yet',
  portal: 'Portal',

  replace: 'Replace the file',
  replaceHelp:
    'The address stays and readers get the new file at once; the old one is kept in the newsroom. After an important change, publish an update of the article too.',
  newFile: 'New file',
  replaced: 'Replaced. Readers get the new file at the old address.',
  mayNotReplace: 'The document is public, so only those who may publish articles can replace its file.',
  sameFile: 'The new file is the same as the one in use, so nothing has changed.',
  fileOfOther: (title) => `This file is the document “${title}” already. Use that one, or choose another file.`,
  versions: 'Files so far',
  inUseNow: 'in use',

  remove: 'Delete the document',
  removeQuestion: 'It will leave the list and nobody will get it any more.',
  confirmRemoval: 'Delete this document',
  inUse: 'It cannot be deleted while an article carries it.',
  removed: 'The document was deleted.',

  files: 'Attachments',
  download: (facts) => `Download (${facts})`,
  pages: (count, shown) => (count === 1 ? '1 page' : `${shown} pages`),

  pickerHelp: 'Ticked documents stand at the end of the article, in this order.',
  noneChosen: 'No documents yet.',
  others: 'Newest documents',
  addByNumber: 'Add by number of the document',
  addByNumberHelp: 'The number stands on the page of the document. Separate several with commas.',
  add: 'Add documents',
  moveUp: 'Up',
}

export const documentWords = { vi, en }
