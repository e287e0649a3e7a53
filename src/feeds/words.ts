const vi = {
  feeds: 'Kênh tin',
  feedsIntro:
    'Kênh tin đưa tin mới của cổng vào ứng dụng đọc tin trên điện thoại, máy tính, hoặc sang trang của cơ quan khác.',
  howTo: 'Cách theo dõi',
  steps: [
    'Chọn một kênh trong bảng và chép địa chỉ của nó.',
    'Mở ứng dụng đọc tin (ứng dụng RSS) và chọn thêm kênh.',
    'Dán địa chỉ vào. Từ đó tin mới tự hiện trong ứng dụng.',
  ],
  formatsHelp: 'Ba định dạng có cùng nội dung. Nếu không rõ ứng dụng cần loại nào, chọn RSS.',
  all: 'Các kênh',
  feed: 'Kênh',
  openFeed: (format: string, name: string) => `${format}: ${name}`,
  newest: 'Tin mới',
  corrections: 'Đính chính',
  title: (name: string, agency: string) => `${name} - ${agency}`,
  portalDescription: (agency: string) => `Tin mới của ${agency}.`,
  categoryDescription: (name: string) => `Tin bài trong chuyên mục ${name}.`,
  labelDescription: {
    tag: (name: string) => `Tin bài có từ khóa “${name}”.`,
    author: (name: string) => `Tin bài của ${name}.`,
  },
  correctionsDescription: 'Những chỗ sai trong tin bài đã đăng và nội dung đúng, mới nhất trước.',
  pageTitle: (name: string) => `Kênh tin: ${name}`,
  pageIntro:
    'Địa chỉ này dành cho ứng dụng đọc tin. Chép địa chỉ, rồi dán vào ô thêm kênh của ứng dụng; tin mới sẽ tự hiện ở đó.',
  addresses: 'Địa chỉ để chép',
  copy: (format: string) => `Chép địa chỉ ${format}`,
  copied: 'Đã chép địa chỉ',
  seeAll: 'Xem các kênh khác',
  entries: 'Kênh này đang có',
  empty: 'Kênh này chưa có tin nào.',
  wrong: 'Đã đăng:',
  right: 'Nay sửa:',
  from: 'Theo',
}

export type FeedWords = typeof vi

const en: FeedWords = {
  feeds: 'Feeds',
  feedsIntro:
    'A feed brings what is new on this portal into a news reader on a phone or computer, or onto another site.',
  howTo: 'How to follow',
  steps: [
    'Choose a feed in the table and copy its address.',
    'Open a news reader (an RSS app) and choose to add a feed.',
    'Paste the address. From then on news appears there by itself.',
  ],
  formatsHelp: 'The three formats hold the same. If you do not know which one an app needs, take RSS.',
  all: 'All feeds',
  feed: 'Feed',
  openFeed: (format, name) => `${format}: ${name}`,
  newest: 'Latest',
  corrections: 'Corrections',
  title: (name, agency) => `${name} - ${agency}`,
  portalDescription: (agency) => `News of ${agency}.`,
  categoryDescription: (name) => `Articles in ${name}.`,
  labelDescription: {
    tag: (name) => `Articles with the keyword “${name}”.`,
    author: (name) => `Articles by ${name}.`,
  },
  correctionsDescription: 'What was wrong in published articles and what is right, newest first.',
  pageTitle: (name) => `Feed: ${name}`,
  pageIntro:
    'This address is meant for news readers. Copy it and paste it where your app adds a feed; news then appears there.',
  addresses: 'Addresses to copy',
  copy: (format) => `Copy the ${format} address`,
  copied: 'Address copied',
  seeAll: 'See other feeds',
  entries: 'Now in this feed',
  empty: 'This feed holds nothing yet.',
  wrong: 'Published:',
  right: 'Correct:',
  from: 'Source:',
}

export const feedWords = { vi, en }
