const vi = {
  added: 'thêm:',
  removed: 'bỏ:',
  nothing: 'Không có',
  kept: (paragraphs: number) => `${paragraphs} đoạn giữ nguyên`,
}

export type CompareWords = typeof vi

const en: CompareWords = {
  added: 'added:',
  removed: 'removed:',
  nothing: 'Nothing',
  kept: (paragraphs) => `${paragraphs} paragraphs unchanged`,
}

export const compareWords = { vi, en }
