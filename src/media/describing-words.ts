const vi = {
  title: 'Mô tả nhiều ảnh',
  intro:
    'Ảnh mới nhất đứng trước. Viết ảnh nào lưu ảnh ấy; ảnh để trống thì vẫn chờ ở đây. Tên tệp không phải là mô tả.',
  left: (count: number) => `Còn ${count} ảnh chưa có mô tả.`,
  nothing: 'Mọi ảnh đã có mô tả',
  nothingHelp: 'Ảnh mới tải lên mà chưa có mô tả sẽ hiện ở đây.',
  save: 'Lưu các mô tả',
  next: 'Bỏ qua, xem các ảnh sau',
  saved: (count: number) => `Đã lưu mô tả của ${count} ảnh. Mọi bài có các ảnh ấy đã dùng mô tả mới.`,
  nothingTyped: 'Chưa có mô tả nào được viết, nên chưa lưu gì.',
  describedMeanwhile: (words: string) =>
    words === ''
      ? 'Người khác vừa đánh dấu là ảnh trang trí. Mở trang của ảnh nếu muốn sửa.'
      : `Người khác vừa mô tả ảnh này: “${words}”. Mở trang của ảnh nếu muốn sửa.`,
  open: 'Mở trang của ảnh',
}

export type DescribingWords = typeof vi

const en: DescribingWords = {
  title: 'Describe several pictures',
  intro:
    'The newest stand first. What you write is saved picture by picture; those left empty keep waiting here. The name of a file is no description.',
  left: (count) => `${count === 1 ? '1 picture has' : `${count} pictures have`} no description.`,
  nothing: 'Every picture has a description',
  nothingHelp: 'New pictures without one will be shown here.',
  save: 'Save the descriptions',
  next: 'Skip these, see the next',
  saved: (count) =>
    `Saved ${count === 1 ? '1 picture' : `${count} pictures`}. Every article with them uses the new words.`,
  nothingTyped: 'Nothing was written, so nothing was saved.',
  describedMeanwhile: (words) =>
    words === ''
      ? 'Somebody has just marked it as decoration. Open its page to change that.'
      : `Somebody has just described it: “${words}”. Open its page to change that.`,
  open: 'Open the page of the picture',
}

export const describingWords = { vi, en }
