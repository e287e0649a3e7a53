type Note = { title: string; text: string }
type Facts = { portal: string; siteUrl: string }

const vi = {
  notes: {
    search: {
      title: 'Bản lưu này không có ô tìm kiếm',
      text: 'Hãy tìm theo chuyên mục, theo ngày trong lưu trữ, hoặc mở sơ đồ cổng.',
    },
    report: {
      title: 'Bản lưu này không nhận báo lỗi',
      text: 'Nếu thấy chỗ sai, hãy liên hệ cơ quan theo địa chỉ ở cuối trang.',
    },
    data: {
      title: 'Bản lưu này không trả lời ứng dụng',
      text: 'Dữ liệu mở chỉ có trên cổng đang chạy. Kênh tin RSS, Atom và JSON vẫn có ở đây.',
    },
  },
  siteMap: 'Sơ đồ cổng',
  archive: 'Lưu trữ',
  readme: ({ portal, siteUrl }: Facts) => `${portal}
${siteUrl}

Thư mục này là bản tĩnh của cả cổng: mọi trang công khai, ảnh, tài liệu, kênh tin, sơ đồ trang và các địa chỉ cũ.
Không cần phần mềm nào ngoài một máy chủ web.

CÁCH DÙNG
- Trỏ máy chủ web vào thư mục này, ở gốc của tên miền (đường dẫn bắt đầu bằng “/”, nên không mở thẳng từ ổ đĩa).
- Thử trên máy: python3 -m http.server --directory <thư mục này>, rồi mở http://localhost:8000
- Trang /tin-bai/ten-bai-12 nằm ở tin-bai/ten-bai-12/index.html. Địa chỉ giữ nguyên như trên cổng; riêng trang số
  (?trang=2) là một bước trong đường dẫn: /tin-tuc/trang=2.
- nginx: _xuat/nginx.conf là mẫu đầy đủ, có cả địa chỉ cũ (_xuat/*.map). Máy chủ khác: _redirects (Netlify,
  Cloudflare Pages) hoặc _xuat/chuyen-huong.csv.

KHÔNG CÓ TRONG BẢN TĨNH
- Tìm kiếm, báo lỗi, phòng tin, dữ liệu mở /api. Trang của chúng chỉ còn một lời nhắn.
- Những chữ tính theo ngày, như “còn 2 ngày”, đứng yên ở lúc xuất.

KIỂM TRA
- sha256sum -c SHA256SUMS

XUẤT LẠI
- Chạy lại lệnh vào đúng thư mục này: chỉ tệp đã đổi được ghi lại, trang không còn thì bỏ đi. Bị ngắt giữa chừng thì
  chạy lại, không có tệp dở dang. Đừng để tệp của bạn ở đây: lần xuất sau sẽ xóa.
`,
}

export type ExportWords = {
  notes: Record<'search' | 'report' | 'data', Note>
  siteMap: string
  archive: string
  readme: (facts: Facts) => string
}

const en: ExportWords = {
  notes: {
    search: {
      title: 'This copy cannot be searched',
      text: 'Look by category, by day in the archive, or open the site map.',
    },
    report: {
      title: 'This copy takes no reports of errors',
      text: 'If something is wrong, tell the office; its address is at the foot of the page.',
    },
    data: {
      title: 'This copy does not answer programs',
      text: 'Open data is on the running portal alone. The feeds in RSS, Atom and JSON are here too.',
    },
  },
  siteMap: 'Site map',
  archive: 'Archive',
  readme: ({ portal, siteUrl }) => `${portal}
${siteUrl}

This folder is a static copy of the whole portal: every public page, pictures, documents, feeds, sitemaps and former
addresses. It needs nothing but a web server.

HOW TO USE IT
- Point a web server at this folder, at the root of a host (paths begin with "/", so it cannot be opened from the disk).
- On this machine: python3 -m http.server --directory <this folder>, then open http://localhost:8000
- The page /tin-bai/some-title-12 lies in tin-bai/some-title-12/index.html. Addresses are those of the portal; only a
  numbered page (?trang=2) is a step of the path: /tin-tuc/trang=2.
- nginx: _xuat/nginx.conf is a whole example, with former addresses (_xuat/*.map). Other servers: _redirects (Netlify,
  Cloudflare Pages) or _xuat/chuyen-huong.csv.

NOT IN THIS COPY
- Search, error reports, the newsroom, open data (/api). Their pages hold a note.
- Words that follow the day, such as "2 days left", stand still at the moment of the export.

HOW TO CHECK IT
- sha256sum -c SHA256SUMS

HOW TO RENEW IT
- Run the command into this folder again: only what changed is written, pages that are no more go. If it was cut off,
  run it again; no file is ever half written. Keep no files of your own here: the next export removes them.
`,
}

export const exportWords = { vi, en }
