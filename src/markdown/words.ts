/** What rendered HTML says by itself, to those who do not see it. */
export const markdownWords = {
  vi: { table: 'Bảng' },
  en: { table: 'Table' },
} as const
