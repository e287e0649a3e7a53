/** What rendered HTML says by itself. */
const vi = {
  table: 'Bảng',
  levels: { note: 'Lưu ý', important: 'Quan trọng', warning: 'Cảnh báo' },
  gallery: (count: number) => `Bộ ${count} ảnh`,
  openPicture: (description: string) => (description ? `Xem ảnh lớn: ${description}` : 'Xem ảnh lớn'),
  watch: (site: string) => `Xem video trên ${site} (mở trang ngoài)`,
  play: (site: string) => `Phát video từ ${site}`,
}

export type MarkdownWords = typeof vi

const en: MarkdownWords = {
  table: 'Table',
  levels: { note: 'Note', important: 'Important', warning: 'Warning' },
  gallery: (count) => `${count} pictures`,
  openPicture: (description) => (description ? `See it large: ${description}` : 'See the picture large'),
  watch: (site) => `Watch the video on ${site} (leaves this portal)`,
  play: (site) => `Play the video from ${site}`,
}

export const markdownWords = { vi, en }
