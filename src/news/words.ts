import { formatNumber } from '../text/numbers.ts'

const vi = {
  newest: 'Tin mới',
  todayAt: (time: string) => `${time} hôm nay`,
  monthName: (month: number) => `Tháng ${month}`,
  seeAll: 'Xem tất cả',
  emptyPortal: 'Cổng chưa có tin nào',
  emptyPortalHelp:
    'Tin bài hiện ở đây ngay khi được đăng. Trong lúc chờ, bạn có thể gọi điện hoặc viết thư cho cơ quan:',
  categoryDescription: (name: string) => `Tin bài trong chuyên mục ${name}.`,
  numberedTitle: (name: string, page: number) => `${name} - trang ${page}`,
  childCategories: 'Chuyên mục con',
  count: (count: number) => `${formatNumber(count)} tin`,
  list: 'Danh sách tin',
  range: (from: number, to: number, total: number) =>
    `Tin ${formatNumber(from)} đến ${formatNumber(to)} trong ${formatNumber(total)} tin`,
  emptyCategory: 'Chuyên mục này chưa có tin',
  emptyCategoryHelp: 'Bạn có thể xem tin ở:',
  categories: 'Chuyên mục',
  postedOn: 'Ngày đăng bài:',
  articleSize: 'Cỡ chữ bài',
  articleSizes: { normal: 'Vừa', large: 'Lớn', largest: 'Rất lớn' },
  print: 'In bài',
  copyLink: 'Chép liên kết',
  copied: 'Đã chép liên kết',
  share: 'Chia sẻ',
  shareOn: 'Chia sẻ qua',
  from: 'Theo',
  tags: 'Từ khóa:',
  beside: 'Tin trước và tin sau',
  previous: 'Tin trước',
  next: 'Tin sau',
  related: 'Cùng chuyên mục',
  printedFrom: (portal: string) => `Bài in từ ${portal}:`,
}

export type NewsWords = typeof vi

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const en: NewsWords = {
  newest: 'Latest',
  todayAt: (time) => `${time} today`,
  monthName: (month) => months[month - 1] ?? '',
  seeAll: 'See all',
  emptyPortal: 'No news yet',
  emptyPortalHelp:
    'Articles appear here as soon as they are published. Until then, you can call or write to the agency:',
  categoryDescription: (name) => `Articles in ${name}.`,
  numberedTitle: (name, page) => `${name} - page ${page}`,
  childCategories: 'Subcategories',
  count: (count) => (count === 1 ? '1 article' : `${formatNumber(count)} articles`),
  list: 'Articles',
  range: (from, to, total) => `Articles ${formatNumber(from)} to ${formatNumber(to)} of ${formatNumber(total)}`,
  emptyCategory: 'This category has no articles yet',
  emptyCategoryHelp: 'You can find news in:',
  categories: 'Categories',
  postedOn: 'Posted on:',
  articleSize: 'Article text size',
  articleSizes: { normal: 'Normal', large: 'Large', largest: 'Very large' },
  print: 'Print',
  copyLink: 'Copy link',
  copied: 'Link copied',
  share: 'Share',
  shareOn: 'Share on',
  from: 'Source:',
  tags: 'Keywords:',
  beside: 'Previous and next article',
  previous: 'Previous',
  next: 'Next',
  related: 'In the same category',
  printedFrom: (portal) => `Printed from ${portal}:`,
}

export const newsWords = { vi, en }
