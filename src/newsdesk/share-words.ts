const vi = {
  title: 'Xem trước khi chia sẻ',
  search: 'Trên trang tìm kiếm',
  card: 'Trên Facebook, Zalo',
  noTitle: 'Chưa có tiêu đề',
  noLead: 'Chưa có lời dẫn.',
  drawn: 'Không có ảnh bìa nằm ngang: cổng tự vẽ hình này từ tiêu đề.',
}

export type ShareWords = typeof vi

const en: ShareWords = {
  title: 'When it is shared',
  search: 'In a search engine',
  card: 'On Facebook, Zalo',
  noTitle: 'No title yet',
  noLead: 'No lead yet.',
  drawn: 'Without a landscape cover the portal draws this picture from the title.',
}

export const shareWords = { vi, en }
