/** What the editor's paste says; `{count}` and the like are filled in by the browser. */
const vi = {
  convert: 'Chuyển sang Unicode',
  line: {
    left: 'Đã bỏ: {things}.',
    made: 'Đã đổi: {things}.',
    takeBack: 'Ctrl+Z để lấy lại như trước khi dán.',
    kinds: {
      foreignPictures: '{count} ảnh của trang khác',
      filePictures: '{count} ảnh nằm trong máy; kéo tệp ảnh vào bài để thêm',
      unusablePictures: '{count} hình không dùng được trên trang web',
      embeds: '{count} video, khung nhúng',
      trackedChanges: '{count} chỗ đã xóa khi theo dõi thay đổi',
      comments: '{count} ghi chú của người góp ý',
      notes: '{count} chú thích cuối trang',
      contents: '{count} dòng mục lục',
      links: '{count} liên kết không dẫn đến trang web',
      styles: '{count} kiểu chữ',
      boldHeadings: '{count} dòng nổi bật thành tiêu đề mục',
      typedItems: '{count} dòng gõ dấu -, + hoặc số thành danh sách',
      layoutTables: '{count} bảng dàn trang thành đoạn văn',
      nestedTables: '{count} bảng trong bảng thành chữ',
    },
    legacy: 'Đoạn vừa dán gõ bằng bảng mã cũ {encoding}.',
    encodings: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' },
    converted: 'Đã chuyển sang Unicode. Ctrl+Z để lấy lại như trước khi dán.',
    sending: 'Đang tải ảnh lên…',
    arrived: 'Ảnh đã vào bài.',
    holding: 'Đang tải ảnh lên; tải xong sẽ lưu ngay. Bấm lần nữa để lưu không kèm ảnh.',
    failed: 'Không thêm được ảnh “{name}”: {issue}',
    onlyPictures: 'Chỉ kéo, dán được tệp ảnh vào bài; tệp khác thêm ở mục “Tài liệu đính kèm”.',
    notInSource: 'Ảnh trong đoạn vừa dán chưa vào bài: dán vào khung soạn thảo, không phải vào mã nguồn, thì có ảnh.',
  },
}

export type PasteWords = typeof vi

const en: PasteWords = {
  convert: 'Convert to Unicode',
  line: {
    left: 'Left out: {things}.',
    made: 'Changed: {things}.',
    takeBack: 'Ctrl+Z takes the paste back.',
    kinds: {
      foreignPictures: 'pictures of other pages: {count}',
      filePictures: 'pictures on your computer: {count}; drag their files here to add them',
      unusablePictures: 'pictures that the web cannot show: {count}',
      embeds: 'videos and frames: {count}',
      trackedChanges: 'tracked deletions: {count}',
      comments: 'comments: {count}',
      notes: 'footnotes: {count}',
      contents: 'lines of a table of contents: {count}',
      links: 'links that lead to no web page: {count}',
      styles: 'text styles: {count}',
      boldHeadings: 'lines that stand out, now headings: {count}',
      typedItems: 'lines typed with -, + or a number, now lists: {count}',
      layoutTables: 'layout tables, now paragraphs: {count}',
      nestedTables: 'tables in tables, now words: {count}',
    },
    legacy: 'What you pasted is in the old encoding {encoding}.',
    encodings: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' },
    converted: 'Converted to Unicode. Ctrl+Z takes the paste back.',
    sending: 'Uploading the picture…',
    arrived: 'The picture is in the text.',
    holding: 'A picture is being uploaded; saving follows by itself. Press again to save without it.',
    failed: 'The picture “{name}” was not added: {issue}',
    onlyPictures: 'Only pictures can be dropped or pasted here; add other files under “Attachments”.',
    notInSource: 'The pictures of what you pasted are missing: paste it into the editor instead of its source.',
  },
}

export const pasteWords = { vi, en }
